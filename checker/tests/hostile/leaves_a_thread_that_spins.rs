// exercise: spawn_and_join
// finding: livelock

use std::sync::atomic::{AtomicBool, Ordering};

static NEVER: AtomicBool = AtomicBool::new(false);

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    std::thread::spawn(|| while !NEVER.load(Ordering::SeqCst) {});
    let threads: Vec<_> = jobs.into_iter().map(std::thread::spawn).collect();
    for thread in threads {
        thread.join().unwrap();
    }
}
