// layer: compile
// tries: a macro that doubles its input
// exercise: spawn_and_join
// outcome: limit|timeout|compile_error

macro_rules! double {
    ($($any:tt)*) => {
        double!($($any)* $($any)*);
    };
}
double!(x);

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
