// layer: lint
// tries: to read the file of another student as a module
// exercise: spawn_and_join
// outcome: rejected

mod tests;

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
