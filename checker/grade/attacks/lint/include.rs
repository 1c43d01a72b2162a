// layer: lint
// tries: to compile the hidden tests as a part of the answer
// exercise: spawn_and_join
// outcome: rejected

include!("tests.rs");

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
