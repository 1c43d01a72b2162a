// wrong: the load may come before the own store; release and acquire do not forbid that

use std::sync::atomic::{AtomicBool, Ordering};

/// Raises a flag; returns whether the other one is up.
pub fn raise(own: &AtomicBool, other: &AtomicBool) -> bool {
    own.store(true, Ordering::Release); //~ store
    other.load(Ordering::Acquire) //~ load
}
