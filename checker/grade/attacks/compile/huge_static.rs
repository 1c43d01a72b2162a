// layer: compile
// tries: a static of a terabyte
// exercise: spawn_and_join
// outcome: compile_error|limit

pub static HUGE: [u8; 1 << 40] = [1; 1 << 40];

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
