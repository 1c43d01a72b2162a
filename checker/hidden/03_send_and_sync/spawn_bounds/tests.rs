//! Hidden tests of `spawn_bounds`. Which closures and results are accepted is judged by the misuse programs; so what is
//! handed over here may be cloned, shared and kept for ever.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use exercise::run_twice;
use harness::{Rendezvous, ThreadLedger};

/// Both results come back, and each is that of one call.
#[schedules]
fn both_results_come_back() {
    let calls = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&calls);
    let mut results: (usize, usize) = run_twice(move || counted.fetch_add(1, Ordering::Relaxed) + 1);
    let calls = calls.load(Ordering::Relaxed);
    assert!(calls != 1, "`run_twice` calls `f` only once, for both results");
    assert!(calls == 2, "`run_twice` calls `f` {calls} times instead of twice");
    if results.0 > results.1 {
        results = (results.1, results.0);
    }
    assert!(
        results == (1, 2),
        "the two calls of `f` returned 1 and 2, but `run_twice` returned {} and {}",
        results.0,
        results.1,
    );
}

/// The two calls run at the same time.
#[schedules]
fn the_calls_run_at_the_same_time() {
    let both = Rendezvous::new(2, "`run_twice` does not run the two calls at the same time");
    run_twice(move || both.meet());
}

/// Each call runs on a new thread of its own, and no thread is left in the end.
#[schedules]
fn each_call_has_a_new_thread() {
    let ledger = ThreadLedger::new();
    let seen = ledger.clone();
    run_twice(move || seen.record());
    let alive = harness::threads_alive();
    assert!(!ledger.on_creator(), "`run_twice` makes a call on the thread that called it, not on a new one");
    assert!(ledger.distinct() == 2, "`run_twice` makes both calls on the same thread");
    assert!(alive == 0, "`run_twice` has returned, but a thread of it is still alive");
}
