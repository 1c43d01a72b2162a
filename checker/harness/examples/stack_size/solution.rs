use std::thread::{Builder, JoinHandle};

pub fn start(stack: usize, work: fn()) -> JoinHandle<()> {
    Builder::new().stack_size(stack).spawn(work).expect("there is room for another thread")
}
