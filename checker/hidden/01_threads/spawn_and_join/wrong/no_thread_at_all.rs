// wrong: runs the jobs one after the other on the caller
// finding: jobs_run_at_the_same_time: deadlock

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    jobs.into_iter().for_each(|job| job());
}
