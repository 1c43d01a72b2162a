// wrong: a fence that lets a later load pass an earlier store
// finding: one_sees_the_other: wrong_result

use std::sync::atomic::{AtomicBool, Ordering, fence};

/// Raises a flag; returns whether the other one is up.
pub fn raise(own: &AtomicBool, other: &AtomicBool) -> bool {
    own.store(true, Ordering::Relaxed); //~ store
    fence(Ordering::AcqRel); //~ fence
    other.load(Ordering::Relaxed) //~ load
}
