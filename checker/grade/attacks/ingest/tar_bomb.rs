// layer: ingest
// tries: a compressed archive that unpacks without end
// exercise: spawn_and_join
// outcome: not_graded
// make: tar-bomb

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
