use exercise::run;

/// When `run` returns, its threads have ended.
#[native]
#[schedules]
#[orderings]
fn no_thread_is_left() {
    run(vec![Box::new(|| ()), Box::new(|| ())]);
    let alive = harness::threads_alive();
    assert_eq!(alive, 0, "`run` has returned, but a thread of it is still alive");
}
