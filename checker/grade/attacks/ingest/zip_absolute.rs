// layer: ingest
// tries: an archive whose entry has an absolute path
// exercise: spawn_and_join
// outcome: not_graded
// make: zip /etc/threadlings/@NAME@.rs

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
