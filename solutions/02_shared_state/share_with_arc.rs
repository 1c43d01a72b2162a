//! # Share with an Arc
//!
//! An `Arc` is a pointer together with a count of its owners. Cloning it copies the pointer and adds one to the count;
//! the data stays where it is. So each thread gets an owner of its own, and the data lives as long as the last of them.

use std::sync::Arc;
use std::thread;

/// Asks all questions about the data at the same time; returns the answers in the order of the questions.
pub fn ask_all<T>(data: T, questions: Vec<fn(&T) -> usize>) -> Vec<usize>
where
    T: Send + Sync + 'static,
{
    // No lock: an `Arc` gives out `&T`, and `T: Sync` says that any number of threads may read through it at once.
    // Behind a `Mutex` the questions would wait for each other.
    let data = Arc::new(data);
    let mut threads = Vec::new();
    for question in questions {
        // The clone is made here, on the calling thread, and has the name of the original: the closure moves this one.
        // Inside the closure it would be too late, because there the original would have been moved already. The long
        // form `Arc::clone(&data)` says that only the pointer is cloned; `data.clone()` does the same.
        let data = Arc::clone(&data);
        threads.push(thread::spawn(move || question(&data)));
    }
    // A thread that has been joined has dropped its `Arc`. So the one of this function is the last, and the data is
    // dropped on return. Answers sent over a channel could arrive before the threads have let go of the data.
    //
    // Since every thread ends in this function, `thread::scope` and a plain `&data` would do as well, without any
    // count. An `Arc` is needed where a thread may outlive the function that starts it.
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
