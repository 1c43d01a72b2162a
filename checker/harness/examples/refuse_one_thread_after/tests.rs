use exercise::start;

/// Three threads, of which the second cannot be started and the third could be: it is not started.
#[schedules]
fn no_more_threads_after_an_error() {
    harness::refuse_one_thread_after(1);
    let started = start(3, || ());
    assert_eq!(started, 1, "`start` did not stop at the second thread, which could not be started");
}
