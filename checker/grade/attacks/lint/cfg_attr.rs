// layer: lint
// tries: to hide an attribute in a condition
// exercise: spawn_and_join
// outcome: rejected

#[cfg_attr(all(), path = "@SECRET@")]
mod secret {}

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
