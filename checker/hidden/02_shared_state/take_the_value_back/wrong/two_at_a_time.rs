// wrong: runs only two jobs at a time
// finding: all_jobs_run_at_the_same_time: deadlock

use std::sync::{Arc, Mutex};
use std::thread;

pub type Job<T> = Box<dyn FnOnce(&Mutex<Vec<T>>) + Send>;

pub fn gather<T: Send + 'static>(jobs: Vec<Job<T>>) -> Vec<T> {
    let list = Arc::new(Mutex::new(Vec::new()));

    let mut jobs = jobs.into_iter();
    loop {
        let threads: Vec<_> = jobs
            .by_ref()
            .take(2)
            .map(|job| {
                let list = Arc::clone(&list);
                thread::spawn(move || job(&list))
            })
            .collect();
        if threads.is_empty() {
            break;
        }
        for thread in threads {
            thread.join().unwrap();
        }
    }
    Arc::into_inner(list).unwrap().into_inner().unwrap()
}
