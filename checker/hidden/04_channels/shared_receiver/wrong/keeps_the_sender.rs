// wrong: keeps the sender, so the workers wait for ever for another job
// finding: every_job_runs_once: deadlock

use std::sync::{Mutex, mpsc};
use std::thread;

pub fn run_jobs(workers: usize, jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let (sender, receiver) = mpsc::channel();
    for job in jobs {
        sender.send(job).unwrap();
    }

    let receiver = Mutex::new(receiver);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let job = receiver.lock().unwrap().recv();
                    let Ok(job) = job else { return };
                    job();
                }
            });
        }
    });
}
