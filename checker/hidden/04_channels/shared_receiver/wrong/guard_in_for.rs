// wrong: one guard lives as long as the whole loop; the other workers get nothing to do
// finding: two_jobs_run_at_the_same_time: deadlock

use std::sync::{Mutex, mpsc};
use std::thread;

pub fn run_jobs(workers: usize, jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let (sender, receiver) = mpsc::channel();
    for job in jobs {
        sender.send(job).unwrap();
    }
    drop(sender);

    let receiver = Mutex::new(receiver);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                for job in receiver.lock().unwrap().iter() {
                    job();
                }
            });
        }
    });
}
