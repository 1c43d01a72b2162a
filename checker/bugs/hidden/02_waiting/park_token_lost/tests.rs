//! Two jobs on two threads, and a caller that parks until both are done.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

use exercise::both;

/// Both jobs run, and `both` returns.
#[schedules]
fn both_returns() {
    let done = AtomicU32::new(0);
    both(|| _ = done.fetch_add(1, SeqCst), || _ = done.fetch_add(1, SeqCst));
    assert_eq!(done.load(SeqCst), 2, "`both` returned before both jobs were done");
}
