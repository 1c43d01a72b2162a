// right: a thread for each job, started when a place is free

use std::sync::mpsc;
use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;
pub fn run_jobs(workers: usize, jobs: Vec<Job>) {
    let (done, free) = mpsc::channel();
    let mut t = std::collections::HashMap::new();
    for (i, j) in jobs.into_iter().enumerate() {
        if t.len() == workers {
            let k: usize = free.recv().unwrap();
            t.remove(&k).map(|h: thread::JoinHandle<()>| h.join().unwrap());
        }
        let d = done.clone();
        t.insert(
            i,
            thread::spawn(move || {
                j();
                d.send(i).unwrap();
            }),
        );
    }
    for (_, h) in t {
        h.join().unwrap();
    }
}
