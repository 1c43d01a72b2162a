// layer: lint
// tries: to get past the model of std by naming the real one
// exercise: spawn_and_join
// outcome: rejected

extern crate std as real;
pub static COUNT: real::sync::atomic::AtomicUsize = real::sync::atomic::AtomicUsize::new(0);

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
