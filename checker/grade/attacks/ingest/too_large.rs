// layer: ingest
// tries: more text than anybody writes
// exercise: spawn_and_join
// outcome: rejected

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
// @{a*300000}
