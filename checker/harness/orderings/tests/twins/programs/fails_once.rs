//! Code that fails in the first execution only, whatever its threads do.

use real_std::sync::atomic::{AtomicUsize, Ordering};

pub(crate) fn wrong() {
    // No execution begins it anew.
    static RUNS: AtomicUsize = AtomicUsize::new(0);
    if RUNS.fetch_add(1, Ordering::Relaxed) == 0 {
        std::fail("this goes wrong");
    }
}

pub(crate) fn right() {
    if AtomicUsize::new(0).fetch_add(1, Ordering::Relaxed) != 0 {
        std::fail("this goes wrong");
    }
}
