//! # A shared receiver
//!
//! The guard that `lock()` returns has no name, so it lives to the end of the statement it was made in. A `while let`
//! is one statement together with its body. The job has to be taken in a statement of its own, which ends before the
//! job begins.

use std::sync::{Mutex, mpsc};
use std::thread;

/// Something to be run once.
pub type Job = Box<dyn FnOnce() + Send>;

/// Runs all jobs on so many threads.
pub fn run_jobs(workers: usize, jobs: Vec<Job>) {
    let (sender, receiver) = mpsc::channel();
    for job in jobs {
        sender.send(job).expect("the receiver is alive: it stands below");
    }
    drop(sender);

    // One queue for all. To deal out the jobs beforehand, to a queue for each worker, would need no lock, but then a
    // worker with a long job keeps all other jobs in its queue waiting while its neighbours are idle.
    let receiver = Mutex::new(receiver);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    // The guard is gone at the semicolon. `while let`, `if let`, `match` and `for` all keep it for
                    // their whole body.
                    //
                    // An idle worker waits in `recv` with the lock in its hands and the others wait for the lock. That
                    // does no harm here: each of them would only wait for the next job anyway.
                    let job = receiver.lock().unwrap().recv();
                    let Ok(job) = job else { break };
                    job();
                }
            });
        }
    });
}
