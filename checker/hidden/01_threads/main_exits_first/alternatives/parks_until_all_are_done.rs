// right: sleeps in `park` until a counter says that all are done

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    let open = Arc::new(AtomicUsize::new(jobs.len()));
    let caller = thread::current();
    for job in jobs {
        let (open, caller) = (Arc::clone(&open), caller.clone());
        thread::spawn(move || {
            println!("{}", job());
            open.fetch_sub(1, Ordering::Release);
            caller.unpark();
        });
    }
    while open.load(Ordering::Acquire) > 0 {
        thread::park();
    }
}
