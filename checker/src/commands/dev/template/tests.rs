//! Hidden tests of `NAME`. FILL IN: see checker/harness/guide.md for what tests can see.

use exercise::run;
use harness::ThreadLedger;

/// A job that returns 7: `run` gives it back.
#[schedules]
fn the_result_comes_back() {
    let result = run(Box::new(|| 7));
    assert_eq!(result, 7, "`run` returned {result} for 7");
}

/// A job notes on which thread it runs: not on the one that called `run`.
#[schedules]
fn the_job_has_a_thread_of_its_own() {
    let threads = ThreadLedger::new();
    let noting = threads.clone();
    run(Box::new(move || {
        noting.record();
        7
    }));
    assert!(!threads.on_creator(), "the caller ran the job");
}
