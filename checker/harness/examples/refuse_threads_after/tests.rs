use exercise::pair;

/// If the second thread cannot be started, `pair` says so and leaves no thread behind.
#[schedules]
fn half_a_pair_is_no_pair() {
    harness::refuse_threads_after(1);
    assert!(pair(|| ()).is_err(), "`pair` returned `Ok` although its second thread could not be started");
    assert_eq!(harness::threads_alive(), 0, "`pair` left its first thread behind when the second did not start");
}
