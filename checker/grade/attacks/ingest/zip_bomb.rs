// layer: ingest
// tries: an archive that unpacks to a thousand times its size
// exercise: spawn_and_join
// outcome: rejected
// make: zip-bomb

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
