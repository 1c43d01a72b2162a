// wrong: takes the next index from a static, which goes on where the call before ended
// finding: a_second_call_runs_its_job: wrong_result

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

static NEXT: AtomicUsize = AtomicUsize::new(0);
pub fn run_jobs(workers: usize, jobs: Vec<Job>) {
    let s: Vec<_> = jobs.into_iter().map(|j| Mutex::new(Some(j))).collect();
    thread::scope(|sc| {
        for _ in 0..workers {
            sc.spawn(|| {
                while let Some(slot) = s.get(NEXT.fetch_add(1, SeqCst)) {
                    let j = slot.lock().unwrap().take();
                    j.unwrap()();
                }
            });
        }
    });
}
