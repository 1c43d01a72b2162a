// layer: compile
// tries: a constant whose evaluation never ends
// exercise: spawn_and_join
// outcome: timeout

#![allow(long_running_const_eval)]

pub const ENDLESS: u64 = {
    let mut number = 0_u64;
    while number < u64::MAX {
        number += 1;
    }
    number
};

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
