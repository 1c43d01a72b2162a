// layer: lint
// tries: the same under a raw name
// exercise: spawn_and_join
// outcome: rejected

pub const TEXT: &str = r#include_str!("@SECRET@");

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
