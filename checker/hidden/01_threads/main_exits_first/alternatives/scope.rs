// right: a scope waits for all threads that were started in it

use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    thread::scope(|scope| {
        for job in jobs {
            scope.spawn(|| println!("{}", job()));
        }
    });
}
