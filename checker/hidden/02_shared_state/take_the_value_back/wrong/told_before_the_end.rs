// wrong: waits for a message from each job; the thread that sends it still owns the list
// finding: nothing_is_missing: panic

use std::sync::{Arc, Mutex, mpsc};
use std::thread;

pub type Job<T> = Box<dyn FnOnce(&Mutex<Vec<T>>) + Send>;

pub fn gather<T: Send + 'static>(jobs: Vec<Job<T>>) -> Vec<T> {
    let list = Arc::new(Mutex::new(Vec::new()));
    let count = jobs.len();
    let (done, all_done) = mpsc::channel();
    for job in jobs {
        let (list, done) = (Arc::clone(&list), done.clone());
        thread::spawn(move || {
            job(&list);
            done.send(()).unwrap();
        });
    }
    for _ in 0..count {
        all_done.recv().unwrap();
    }
    Arc::into_inner(list).unwrap().into_inner().unwrap()
}
