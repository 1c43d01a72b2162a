// layer: result
// tries: to end the process otherwise
// exercise: spawn_and_join
// outcome: crashed

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    std::process::abort();
}
