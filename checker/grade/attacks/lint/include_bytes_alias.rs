// layer: lint
// tries: the same under an alias
// exercise: spawn_and_join
// outcome: rejected

use std::include_bytes as bytes;
pub const TEXT: &[u8] = bytes!("@SECRET@");

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
