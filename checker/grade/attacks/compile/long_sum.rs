// layer: compile
// tries: a sum of fifty thousand terms
// exercise: spawn_and_join
// outcome: compile_error|limit|timeout|fail

pub fn sum() -> u64 {
    0@{ + 1*50000}
}

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
