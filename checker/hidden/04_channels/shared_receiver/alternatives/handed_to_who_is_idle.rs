// right: who is idle says so, and gets the next job through a channel of its own

use std::sync::mpsc;
use std::thread;

pub fn run_jobs(workers: usize, jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let (idle, idle_workers) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..workers {
            let idle = idle.clone();
            scope.spawn(move || {
                loop {
                    let (sender, receiver) = mpsc::channel::<Box<dyn FnOnce() + Send>>();
                    idle.send(sender).ok();
                    let Ok(job) = receiver.recv() else { return };
                    job();
                }
            });
        }
        for job in jobs {
            idle_workers.recv().unwrap().send(job).unwrap();
        }
        drop(idle_workers);
    });
}
