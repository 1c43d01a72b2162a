// layer: compile
// tries: the same with a limit of its own
// exercise: spawn_and_join
// outcome: limit|timeout|compile_error

#![recursion_limit = "4096"]

macro_rules! double {
    ($($any:tt)*) => {
        double!($($any)* $($any)*);
    };
}
double!(x);

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
