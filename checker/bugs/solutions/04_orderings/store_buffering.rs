// right: all threads agree on one order of these steps

use std::sync::atomic::{AtomicBool, Ordering};

/// Raises a flag; returns whether the other one is up.
pub fn raise(own: &AtomicBool, other: &AtomicBool) -> bool {
    own.store(true, Ordering::SeqCst);
    other.load(Ordering::SeqCst)
}
