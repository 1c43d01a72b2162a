// right: catches the panic inside the thread, which returns the finished result

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

pub fn try_all(jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    let threads: Vec<_> = jobs
        .into_iter()
        .map(|job| {
            thread::spawn(move || {
                panic::catch_unwind(AssertUnwindSafe(job)).map_err(|payload| text_of(payload.as_ref()))
            })
        })
        .collect();
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
