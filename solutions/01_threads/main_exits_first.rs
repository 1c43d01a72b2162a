//! # Wait before `main` ends
//!
//! A thread that was spawned is nobody's business but its handle's. Who wants to know that it has ended keeps the
//! handle, and calls `join` on it.

use std::thread;

/// Waits for something slow, and returns a line to print.
pub type Job = Box<dyn FnOnce() -> String + Send>;

/// Runs all jobs at the same time, and prints the line of each as soon as it is there.
pub fn run(jobs: Vec<Job>) {
    // All threads are started before the first is waited for: else a slow job would keep the next from starting.
    let mut threads = Vec::new();
    for job in jobs {
        // The thread prints its line itself, so the line is out as soon as the job has returned. If the threads
        // returned their lines and we printed them here, a slow first job would keep all other lines back.
        threads.push(thread::spawn(move || println!("{}", job())));
    }
    // A `sleep` here would be a guess: too short on some day, too long on all others. `join` waits exactly as long as
    // it takes, and costs nothing meanwhile. In which order we join is no matter, as we need all of them anyway.
    for thread in threads {
        thread.join().unwrap();
    }
}
