// layer: ingest
// tries: an archive whose entry lies outside of it, in the place of the course's own file
// exercise: spawn_and_join
// outcome: not_graded
// make: zip ../../../../../../tmp/@NAME@.rs

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
