// right: a fence between the two steps

use std::sync::atomic::{AtomicBool, Ordering, fence};

/// Raises a flag; returns whether the other one is up.
pub fn raise(own: &AtomicBool, other: &AtomicBool) -> bool {
    own.store(true, Ordering::Relaxed);
    fence(Ordering::SeqCst);
    other.load(Ordering::Relaxed)
}
