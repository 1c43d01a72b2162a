// right: a scope waits for the thread

use std::thread;

pub fn run(job: Box<dyn FnOnce() -> u32 + Send>) -> u32 {
    thread::scope(|scope| scope.spawn(job).join().unwrap())
}
