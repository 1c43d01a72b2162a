// wrong: returns the results of the jobs that did not panic, and leaves out the others
// finding: a_number_and_a_panic: wrong_result

use std::thread;

pub type Job = Box<dyn FnOnce() -> u32 + Send>;

pub fn try_all(jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    let threads: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    threads.into_iter().filter_map(|thread| thread.join().ok()).map(Ok).collect()
}
