// wrong: counts the finished jobs in a static, which still counts those of the call before
// finding: a_second_call_waits_too: wrong_result

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

static DONE: AtomicUsize = AtomicUsize::new(0);
pub fn run_all(jobs: Vec<Job>) {
    let n = jobs.len();
    for job in jobs {
        thread::spawn(move || {
            job();
            DONE.fetch_add(1, SeqCst);
        });
    }
    while DONE.load(SeqCst) < n {
        thread::yield_now();
    }
}
