// wrong: starts no thread
// finding: the_worker_has_its_name: wrong_result
pub fn run_as(_name: &str, job: impl FnOnce() + Send + 'static) {
    job();
}
