// right: counts the messages that say a line is out

use std::sync::mpsc;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    let (done, some_done) = mpsc::channel();
    let count = jobs.len();
    for job in jobs {
        let done = done.clone();
        thread::spawn(move || {
            println!("{}", job());
            done.send(()).unwrap();
        });
    }
    for _ in 0..count {
        some_done.recv().unwrap();
    }
}
