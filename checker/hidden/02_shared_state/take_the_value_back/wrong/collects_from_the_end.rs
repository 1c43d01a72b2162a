// wrong: takes the elements out one by one from the back, which turns their order round
// finding: jobs_share_one_list: wrong_result

use std::iter;
use std::sync::{Arc, Mutex};
use std::thread;

pub type Job<T> = Box<dyn FnOnce(&Mutex<Vec<T>>) + Send>;

pub fn gather<T: Send + 'static>(jobs: Vec<Job<T>>) -> Vec<T> {
    let list = Arc::new(Mutex::new(Vec::new()));
    let mut threads = Vec::new();
    for job in jobs {
        let list = Arc::clone(&list);
        threads.push(thread::spawn(move || job(&list)));
    }
    for thread in threads {
        thread.join().unwrap();
    }
    iter::from_fn(|| list.lock().unwrap().pop()).collect()
}
