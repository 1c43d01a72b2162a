// wrong: the thread has no name
// finding: the_worker_has_its_name: wrong_result
use std::thread;

pub fn run_as(_name: &str, job: impl FnOnce() + Send + 'static) {
    thread::spawn(job).join().unwrap();
}
