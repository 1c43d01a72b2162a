use exercise::start;

/// The thread has a stack of at least 16 MiB.
#[schedules]
fn the_stack_is_large() {
    let worker = start(16 << 20, || {
        let size = harness::stack_size();
        assert!(size >= 16 << 20, "`start` was asked for a stack of 16 MiB, and the thread has {size} bytes");
    });
    assert!(worker.join().is_ok(), "the thread of `start` has less stack than was asked for");
}
