// layer: compile
// tries: a static of a gigabyte, which has to be written
// exercise: spawn_and_join
// outcome: limit|timeout|compile_error

pub static LARGE: [u8; 1 << 30] = [1; 1 << 30];

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
