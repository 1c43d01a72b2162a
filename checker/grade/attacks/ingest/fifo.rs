// layer: ingest
// tries: a pipe that nobody writes to, so that whoever reads it waits for ever
// exercise: spawn_and_join
// outcome: rejected
// make: fifo

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
