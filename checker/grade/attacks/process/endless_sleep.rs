// layer: process
// tries: to sleep for ever
// exercise: spawn_and_join
// outcome: fail

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    std::thread::sleep(std::time::Duration::MAX);
}
