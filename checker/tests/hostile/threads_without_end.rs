// exercise: spawn_and_join
// finding: all_jobs_are_done_on_return: threads

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    loop {
        std::thread::spawn(std::thread::park);
    }
}
