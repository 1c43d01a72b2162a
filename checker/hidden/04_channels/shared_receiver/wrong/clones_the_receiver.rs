// wrong: wants a receiver for each worker; a receiver cannot be cloned
// finding: compile: E0599

use std::sync::mpsc;
use std::thread;

pub fn run_jobs(workers: usize, jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let (sender, receiver) = mpsc::channel();
    for job in jobs {
        sender.send(job).unwrap();
    }
    drop(sender);

    thread::scope(|scope| {
        for _ in 0..workers {
            let receiver = receiver.clone();
            scope.spawn(move || receiver.into_iter().for_each(|job| job()));
        }
    });
}
