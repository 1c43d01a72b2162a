// layer: lint
// tries: the same where it may be missing
// exercise: spawn_and_join
// outcome: rejected

pub const HOME: Option<&str> = option_env!("THREADLINGS_SECRET");

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
