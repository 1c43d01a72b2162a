// layer: ingest
// tries: half an archive
// exercise: spawn_and_join
// outcome: not_graded
// make: zip-half

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
