// layer: ingest
// tries: a NUL character, at which other readers stop
// exercise: spawn_and_join
// outcome: rejected

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
// @{\0*3}
