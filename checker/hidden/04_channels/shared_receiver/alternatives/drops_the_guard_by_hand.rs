// right: gives the guard a name and drops it before the job; threads that are joined in the end

use std::sync::{Arc, Mutex, mpsc};
use std::thread;

pub fn run_jobs(workers: usize, jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let (sender, receiver) = mpsc::channel();
    for job in jobs {
        sender.send(job).unwrap();
    }
    drop(sender);

    let receiver = Arc::new(Mutex::new(receiver));
    let threads: Vec<_> = (0..workers)
        .map(|_| {
            let receiver = Arc::clone(&receiver);
            thread::spawn(move || {
                loop {
                    let guard = receiver.lock().unwrap();
                    let Ok(job) = guard.try_recv() else { return };
                    drop(guard);
                    job();
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
}
