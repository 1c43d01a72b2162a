// wrong: starts only two workers if there are more than four jobs
// finding: four_of_seven_run_at_the_same_time: deadlock

use std::sync::{Mutex, mpsc};
use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub fn run_jobs(workers: usize, jobs: Vec<Job>) {
    let workers = if jobs.len() > 4 { workers.min(2) } else { workers };
    let (sender, receiver) = mpsc::channel();
    for job in jobs {
        sender.send(job).unwrap();
    }
    drop(sender);

    let receiver = Mutex::new(receiver);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let job = receiver.lock().unwrap().recv();
                    let Ok(job) = job else { break };
                    job();
                }
            });
        }
    });
}
