// wrong: gives each thread a clone of its item, which asks for `Clone`
// finding: compile: interface

use std::thread;

pub fn map_in_threads<T: Clone + Send + 'static, R: Send + 'static>(items: Vec<T>, f: fn(T) -> R) -> Vec<R> {
    let mut handles = Vec::new();
    for item in &items {
        let item = item.clone();
        handles.push(thread::spawn(move || f(item)));
    }
    let join = |handle: thread::JoinHandle<R>| handle.join().unwrap();
    handles.into_iter().map(join).collect()
}
