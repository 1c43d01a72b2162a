// wrong: counts the printed lines in a static, which still counts those of the call before
// finding: a_second_call_waits_too: wrong_result

use std::collections::*;
use std::sync::{Condvar, Mutex};
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

static DONE: Mutex<usize> = Mutex::new(0);
static ALL: Condvar = Condvar::new();
pub fn run(jobs: Vec<Job>) {
    let n = jobs.len();
    for j in jobs {
        thread::spawn(move || {
            println!("{}", j());
            *DONE.lock().unwrap() += 1;
            ALL.notify_one();
        });
    }
    let mut g = DONE.lock().unwrap();
    while *g < n {
        g = ALL.wait(g).unwrap();
    }
}
