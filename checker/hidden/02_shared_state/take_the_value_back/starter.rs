//! # Take the value back
//!
//! `gather` lets several jobs fill one list, each on a thread of its own, and returns the list.
//! The code below does not compile: error E0507. The list belongs to the mutex; a guard only lends it. A clone is no
//! way out, because nobody can clone the elements. So get the mutex out of the `Arc`, and the list out of the mutex.
//! When it compiles, there is a second question: from when on can you do that?
//!
//! Why it matters: data that was shared while threads worked on it should be ordinary data again afterwards, without a
//! lock at every access, and without a copy. `Arc` and `Mutex` give back what they hold to whoever can show that
//! nobody else has it any more.
//!
//! ## What must hold
//!
//! - `gather(jobs)` calls each job once, on a new thread of its own, not on the calling thread. All jobs can be running
//!   at the same time: a job may wait for any other.
//! - All jobs get the same list, which is empty at first. A job sees what others have put in and may take it out.
//! - `gather` returns the list as it is when the last job has returned: nothing is missing, nothing is copied, and the
//!   order is the one that the jobs have made.
//! - While it waits for the jobs, `gather` sleeps. It does not look again and again whether they are done.
//! - It works for every `T` that is `Send`. Nobody can clone the elements or make one from nothing. You may leave out
//!   `'static` from `T`, but do not add a bound.
//! - There may be no jobs. Then the list is empty. Jobs do not panic.
//!
//! Work at the `// TODO`.

use std::sync::{Arc, Mutex};
use std::thread;

/// Something that works on the list.
pub type Job<T> = Box<dyn FnOnce(&Mutex<Vec<T>>) + Send>;

/// Runs all jobs at the same time on one list, and returns it.
pub fn gather<T: Send + 'static>(jobs: Vec<Job<T>>) -> Vec<T> {
    let list = Arc::new(Mutex::new(Vec::new()));
    for job in jobs {
        let list = Arc::clone(&list);
        thread::spawn(move || job(&list));
    }
    // TODO: the list must come out of the mutex, when every job is done.
    *list.lock().unwrap()
}
