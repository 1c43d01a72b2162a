// wrong: starts the thread with the usual stack
// finding: the_stack_is_large: wrong_result
use std::thread::{self, JoinHandle};

pub fn start(_stack: usize, work: fn()) -> JoinHandle<()> {
    thread::spawn(work)
}
