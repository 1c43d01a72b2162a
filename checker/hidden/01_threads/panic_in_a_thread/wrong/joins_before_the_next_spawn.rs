// wrong: an iterator is lazy: each thread is joined before the next one is started
// finding: jobs_run_at_the_same_time: deadlock

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
    let threads = jobs.into_iter().map(thread::spawn);
    threads.map(|thread| thread.join().map_err(|payload| text_of(&*payload))).collect()
}
