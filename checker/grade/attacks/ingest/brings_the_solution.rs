// layer: ingest
// tries: the solution beside an answer that is wrong
// exercise: spawn_and_join
// outcome: fail
// make: with-files solutions/01_threads/@NAME@.rs checker/@NAME@.rs

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
