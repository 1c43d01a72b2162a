// exercise: spawn_and_join
// finding: all_jobs_are_done_on_return: livelock

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    loop {
        std::hint::black_box(1);
    }
}
