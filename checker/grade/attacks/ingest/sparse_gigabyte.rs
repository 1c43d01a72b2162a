// layer: ingest
// tries: a file of a gigabyte that takes no room on the disk
// exercise: spawn_and_join
// outcome: rejected
// make: sparse 1073741824

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
