// wrong: reads the results when a panic comes in, without waiting for the jobs that are still at work
// finding: a_number_and_a_panic: wrong_result

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc;
use std::thread;

pub type Job = Box<dyn FnOnce() -> u32 + Send>;

fn text_of(payload: &(dyn Any + Send)) -> String {
    if let Some(text) = payload.downcast_ref::<&str>() {
        text.to_string()
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text.clone()
    } else {
        "unknown panic".to_string()
    }
}

pub fn try_all(jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    let (sender, receiver) = mpsc::channel();
    let mut results: Vec<Result<u32, String>> = Vec::new();
    for (index, job) in jobs.into_iter().enumerate() {
        results.push(Err("still at work".to_string()));
        let sender = sender.clone();
        thread::spawn(move || sender.send((index, panic::catch_unwind(AssertUnwindSafe(job)))));
    }
    drop(sender);
    for (index, result) in receiver {
        let panicked = result.is_err();
        results[index] = result.map_err(|payload| text_of(&*payload));
        if panicked {
            break;
        }
    }
    results
}
