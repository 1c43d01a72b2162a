// wrong: thinks that a single job is not worth a thread
// finding: each_job_has_its_own_thread: wrong_result

use std::sync::{Arc, Mutex};
use std::thread;

pub type Job<T> = Box<dyn FnOnce(&Mutex<Vec<T>>) + Send>;

pub fn gather<T: Send + 'static>(jobs: Vec<Job<T>>) -> Vec<T> {
    let list = Arc::new(Mutex::new(Vec::new()));

    if jobs.len() == 1 {
        for job in jobs {
            job(&list);
        }
    } else {
        let threads: Vec<_> = jobs
            .into_iter()
            .map(|job| {
                let list = Arc::clone(&list);
                thread::spawn(move || job(&list))
            })
            .collect();
        for thread in threads {
            thread.join().unwrap();
        }
    }
    Arc::into_inner(list).unwrap().into_inner().unwrap()
}
