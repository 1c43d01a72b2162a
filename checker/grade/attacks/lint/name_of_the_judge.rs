// layer: lint
// tries: to get past the model of std by a name that only the judge has
// exercise: spawn_and_join
// outcome: rejected

mod real_std {
    pub use std::*;
}
pub fn lock() {
    use std::*;
    let _ = real_std::sync::Mutex::new(0);
}

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
