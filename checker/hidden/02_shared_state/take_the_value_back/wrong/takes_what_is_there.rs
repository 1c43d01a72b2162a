// wrong: takes the list out from under the lock without waiting for anybody
// finding: nothing_is_missing: wrong_result

use std::mem;
use std::sync::{Arc, Mutex};
use std::thread;

pub type Job<T> = Box<dyn FnOnce(&Mutex<Vec<T>>) + Send>;

pub fn gather<T: Send + 'static>(jobs: Vec<Job<T>>) -> Vec<T> {
    let list = Arc::new(Mutex::new(Vec::new()));
    for job in jobs {
        let list = Arc::clone(&list);
        thread::spawn(move || job(&list));
    }
    mem::take(&mut *list.lock().unwrap())
}
