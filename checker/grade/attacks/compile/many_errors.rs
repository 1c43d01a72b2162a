// layer: compile
// tries: a hundred thousand errors, so that somebody has to read them
// exercise: spawn_and_join
// outcome: compile_error|limit

@{fn f(){a;b}*30000}

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
