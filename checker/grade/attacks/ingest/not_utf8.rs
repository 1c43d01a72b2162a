// layer: ingest
// tries: bytes that are no text
// exercise: spawn_and_join
// outcome: rejected
// make: bytes 66 6e ff fe 0a

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
