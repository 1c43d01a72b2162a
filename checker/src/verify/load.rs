//! Keeping the machine busy: verdicts must not depend on who else needs it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// Keeps every core busy while `work` runs.
pub fn under_load<R>(work: impl FnOnce() -> R) -> R {
    let stop = AtomicBool::new(false);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        // However `work` ends, the threads must: the scope waits for them.
        let _stop = StopOnDrop(&stop);
        for _ in 0..cores {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    std::hint::spin_loop()
                }
            });
        }
        work()
    })
}

struct StopOnDrop<'a>(&'a AtomicBool);

impl Drop for StopOnDrop<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}
