use exercise::run;
use harness::Rendezvous;

/// Two jobs that wait for each other: both end, since they run at the same time.
#[native]
#[schedules]
#[orderings]
fn jobs_run_at_the_same_time() {
    let both = Rendezvous::new(2, "`run` does not run two jobs at the same time");
    let job = || -> Box<dyn FnOnce() + Send> {
        let both = both.clone();
        Box::new(move || both.meet())
    };
    run(vec![job(), job()]);
}
