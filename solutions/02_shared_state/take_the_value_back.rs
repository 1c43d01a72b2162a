//! # Take the value back
//!
//! A guard lends the value. To own it again takes two steps, one for each wrapper: the `Arc` gives out the mutex if
//! nobody else owns it, and the mutex gives out the list, since who owns a mutex need not lock it.

use std::sync::{Arc, Mutex};
use std::thread;

/// Something that works on the list.
pub type Job<T> = Box<dyn FnOnce(&Mutex<Vec<T>>) + Send>;

/// Runs all jobs at the same time on one list, and returns it.
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
    // A joined thread has dropped its `Arc`, so this one is the last, and `into_inner` cannot return `None`. Without
    // the joins it would depend on who is faster. `try_unwrap` gives the `Arc` back where `into_inner` drops it; here
    // there is nothing else to do with it. `mem::take` under the lock would leave an empty list behind and works while
    // others still own the `Arc`; but the type would not say any more that nobody can add to the list.
    let list = Arc::into_inner(list).expect("every other owner was a thread that has been joined");
    // The mutex could be poisoned, if a job had panicked; `join` would have told us before.
    list.into_inner().unwrap()
}
