// exercise: spawn_and_join
// finding: all_jobs_are_done_on_return: crash

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    fn down(depth: u64) -> u64 {
        std::hint::black_box(down(depth + 1)) + 1
    }
    down(jobs.len() as u64);
}
