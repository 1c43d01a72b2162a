// right: the threads send their lines, and the caller prints each as it comes

use std::sync::mpsc;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    let (lines, received) = mpsc::channel();
    for job in jobs {
        let lines = lines.clone();
        thread::spawn(move || lines.send(job()));
    }
    drop(lines);
    for line in received {
        println!("{line}");
    }
}
