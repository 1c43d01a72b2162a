// layer: lint
// tries: to quote a file in the documentation
// exercise: spawn_and_join
// outcome: rejected

#[doc = include_str!("@SECRET@")]
pub struct Documented;

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
