// right: handles from an iterator, and try_unwrap with let else

use std::sync::{Arc, Mutex};
use std::thread;

pub type Job<T> = Box<dyn FnOnce(&Mutex<Vec<T>>) + Send>;

pub fn gather<T: Send + 'static>(jobs: Vec<Job<T>>) -> Vec<T> {
    let list = Arc::new(Mutex::new(Vec::new()));
    let threads: Vec<_> = jobs
        .into_iter()
        .map(|job| {
            let list = list.clone();
            thread::spawn(move || job(&list))
        })
        .collect();
    threads.into_iter().for_each(|thread| thread.join().unwrap());
    let Ok(list) = Arc::try_unwrap(list) else { unreachable!("all threads have ended") };
    list.into_inner().unwrap()
}
