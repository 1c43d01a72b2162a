// wrong: an `Arc` alone does not make it allowed to receive from two threads
// finding: compile: E0277

use std::sync::{Arc, mpsc};
use std::thread;

pub fn run_jobs(workers: usize, jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let (sender, receiver) = mpsc::channel();
    for job in jobs {
        sender.send(job).unwrap();
    }
    drop(sender);

    let receiver = Arc::new(receiver);
    thread::scope(|scope| {
        for _ in 0..workers {
            let receiver = Arc::clone(&receiver);
            scope.spawn(move || receiver.iter().for_each(|job| job()));
        }
    });
}
