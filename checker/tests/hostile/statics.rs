// exercise: spawn_and_join
// finding: pass

use std::sync::atomic::{AtomicUsize, Ordering};

static CALLS: AtomicUsize = AtomicUsize::new(0);

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    assert!(CALLS.fetch_add(1, Ordering::SeqCst) < 10, "more calls than one execution has");
    let threads: Vec<_> = jobs.into_iter().map(std::thread::spawn).collect();
    for thread in threads {
        thread.join().unwrap();
    }
}
