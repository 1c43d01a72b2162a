// wrong: takes for an answer that others still own the list, and returns what is in it so far
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
    match Arc::try_unwrap(list) {
        Ok(list) => list.into_inner().unwrap(),
        Err(list) => mem::take(&mut *list.lock().unwrap()),
    }
}
