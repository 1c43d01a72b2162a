use exercise::run_as;
use harness::ThreadLedger;

/// The job runs on a thread of its own that has the name asked for.
#[native]
#[schedules]
#[orderings]
fn the_worker_has_its_name() {
    let ledger = ThreadLedger::new();
    let seen = ledger.clone();
    run_as("worker", move || seen.record());
    assert!(!ledger.on_creator(), "`run_as` ran the job on the thread that called it");
    assert_eq!(ledger.names(), ["worker"], "the job ran on a thread that is not called \"worker\"");
}
