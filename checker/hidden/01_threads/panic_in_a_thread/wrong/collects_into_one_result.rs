// wrong: `collect` into a `Result` ends at the first panic, and forgets all numbers
// finding: a_number_and_a_panic: wrong_result

use std::any::Any;
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
    let threads: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    let numbers: thread::Result<Vec<u32>> = threads.into_iter().map(|thread| thread.join()).collect();
    match numbers {
        Ok(numbers) => numbers.into_iter().map(Ok).collect(),
        Err(payload) => vec![Err(text_of(&*payload))],
    }
}
