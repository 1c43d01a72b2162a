// right: the threads look for the data through a Weak, and this function owns it until all are joined

use std::sync::{Arc, Weak};
use std::thread::{self, JoinHandle};

fn ask<T: Send + Sync + 'static>(data: Weak<T>, question: fn(&T) -> usize) -> JoinHandle<usize> {
    thread::spawn(move || question(&data.upgrade().expect("the caller owns the data until this thread has ended")))
}

pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Send + Sync + 'static,
{
    let data = Arc::new(data);
    let threads: Vec<_> = questions.into_iter().map(|question| ask(Arc::downgrade(&data), question)).collect();
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
