// right: all begin together at a barrier, and meet there again when they are done

use std::sync::Barrier;
use std::thread;

pub type Job = Box<dyn FnOnce() + Send>;

pub fn run_all(jobs: Vec<Job>) {
    let b = Barrier::new(jobs.len() + 1);
    thread::scope(|s| {
        for j in jobs {
            let b = &b;
            s.spawn(move || {
                b.wait();
                j();
                b.wait();
            });
        }
        b.wait();
        b.wait();
    });
}
