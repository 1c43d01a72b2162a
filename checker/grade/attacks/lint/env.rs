// layer: lint
// tries: to read the environment of the grader while it compiles
// exercise: spawn_and_join
// outcome: rejected

pub const HOME: &str = env!("THREADLINGS_SECRET");

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
