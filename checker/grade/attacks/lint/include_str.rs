// layer: lint
// tries: to quote a file in a message
// exercise: spawn_and_join
// outcome: rejected

pub const TEXT: &str = include_str!("@SECRET@");

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
