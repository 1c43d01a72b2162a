// right: a function takes the next job; the guard is gone when it returns

use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver};
use std::thread;

type Job = Box<dyn FnOnce() + Send>;

fn next(receiver: &Mutex<Receiver<Job>>) -> Option<Job> {
    receiver.lock().unwrap().recv().ok()
}

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
                while let Some(job) = next(&receiver) {
                    job();
                }
            });
        }
    });
}
