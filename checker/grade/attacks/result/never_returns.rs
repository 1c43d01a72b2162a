// layer: result
// tries: to keep the test from ever looking
// exercise: spawn_and_join
// outcome: fail

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    loop {
        std::thread::park();
    }
}
