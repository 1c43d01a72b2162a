// layer: lint
// tries: to read a file as a module
// exercise: spawn_and_join
// outcome: rejected

#[path = "@SECRET@"]
mod secret {}

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
