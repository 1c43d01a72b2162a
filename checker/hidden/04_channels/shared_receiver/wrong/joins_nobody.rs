// wrong: returns while the workers are still working
// finding: every_job_runs_once: wrong_result

use std::sync::{Arc, Mutex, mpsc};
use std::thread;

pub fn run_jobs(workers: usize, jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let (sender, receiver) = mpsc::channel();
    for job in jobs {
        sender.send(job).unwrap();
    }
    drop(sender);

    let receiver = Arc::new(Mutex::new(receiver));
    for _ in 0..workers {
        let receiver = Arc::clone(&receiver);
        thread::spawn(move || {
            loop {
                let job = receiver.lock().unwrap().recv();
                let Ok(job) = job else { return };
                job();
            }
        });
    }
}
