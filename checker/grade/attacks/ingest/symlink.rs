// layer: ingest
// tries: a link to a file of the instructor's in the place of the answer
// exercise: spawn_and_join
// outcome: rejected
// make: symlink @SECRET@

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
