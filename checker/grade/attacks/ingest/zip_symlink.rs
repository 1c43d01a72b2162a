// layer: ingest
// tries: a link to a file of the instructor's in an archive
// exercise: spawn_and_join
// outcome: rejected
// make: zip-symlink @SECRET@

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
