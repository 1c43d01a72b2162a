// wrong: the caller does the last job itself
// finding: jobs_run_at_the_same_time: wrong_result

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};
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

pub fn try_all(mut jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    let last = jobs.pop();
    let threads: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    let last = last.map(|job| panic::catch_unwind(AssertUnwindSafe(job)));
    let results = threads.into_iter().map(|thread| thread.join());
    results.chain(last).map(|result| result.map_err(|payload| text_of(&*payload))).collect()
}
