// wrong: the guard in the first line of `while let` lives as long as the job runs
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
                while let Ok(job) = receiver.lock().unwrap().recv() {
                    job();
                }
            });
        }
    });
}
