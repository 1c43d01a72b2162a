// wrong: `map` is lazy, so each thread is joined before the next one is spawned
// finding: jobs_run_at_the_same_time: deadlock

use std::thread;

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    jobs.into_iter().map(thread::spawn).for_each(|handle| handle.join().unwrap());
}
