// layer: compile
// tries: a hundred thousand operators, at which the compiler overflows its stack
// exercise: spawn_and_join
// outcome: compile_error

pub fn deep() -> bool {
    @{!*100000}true
}

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
