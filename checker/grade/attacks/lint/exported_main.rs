// layer: lint
// tries: to be the `main` of the test program
// exercise: spawn_and_join
// outcome: rejected

#[unsafe(no_mangle)]
pub extern "C" fn main() {}

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
