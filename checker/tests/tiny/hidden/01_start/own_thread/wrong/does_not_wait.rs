// wrong: starts the thread and does not wait for it
// finding: the_result_comes_back: wrong_result

use std::thread;

pub fn run(job: Box<dyn FnOnce() -> u32 + Send>) -> u32 {
    thread::spawn(job);
    0
}
