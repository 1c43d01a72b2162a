// right: a lock that readers share is not needed, but keeps nobody out

use std::sync::{Arc, RwLock};
use std::thread;

pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Send + Sync + 'static,
{
    let data = Arc::new(RwLock::new(data));
    let mut threads = Vec::new();
    for question in questions {
        let data = Arc::clone(&data);
        threads.push(thread::spawn(move || question(&data.read().unwrap())));
    }
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
