// right: one thread fewer, and the calling thread runs jobs as well

use std::sync::Mutex;
use std::thread;

pub fn run_jobs(workers: usize, jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let jobs = Mutex::new(jobs);
    let work = || {
        loop {
            let job = jobs.lock().unwrap().pop();
            match job {
                Some(job) => job(),
                None => return,
            }
        }
    };
    thread::scope(|scope| {
        for _ in 1..workers {
            scope.spawn(work);
        }
        work();
    });
}
