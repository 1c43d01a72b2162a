// wrong: one order of the stores alone does not say where the loads are in it
// finding: one_sees_the_other: wrong_result

use std::sync::atomic::{AtomicBool, Ordering};

/// Raises a flag; returns whether the other one is up.
pub fn raise(own: &AtomicBool, other: &AtomicBool) -> bool {
    own.store(true, Ordering::SeqCst); //~ store
    other.load(Ordering::Acquire) //~ load
}
