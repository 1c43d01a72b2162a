// layer: compile
// tries: as much code as is read
// exercise: spawn_and_join
// outcome: compile_error

@{fn f(){}*25000}

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
