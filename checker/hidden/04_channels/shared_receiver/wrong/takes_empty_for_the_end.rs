// wrong: starts the workers first; who finds no job yet takes that for the end
// finding: every_job_runs_once: wrong_result

use std::sync::{Mutex, mpsc};
use std::thread;

pub fn run_jobs(workers: usize, jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let (sender, receiver) = mpsc::channel::<Box<dyn FnOnce() + Send>>();
    let receiver = Mutex::new(receiver);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let job = receiver.lock().unwrap().try_recv();
                    let Ok(job) = job else { return };
                    job();
                }
            });
        }
        for job in jobs {
            sender.send(job).ok();
        }
    });
}
