// right: each thread sends its number and how its job ended; slots bring them into order

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
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
    let mut slots: Vec<Option<Result<u32, String>>> = jobs.iter().map(|_| None).collect();
    for (index, job) in jobs.into_iter().enumerate() {
        let sender = sender.clone();
        thread::spawn(move || {
            let result = catch_unwind(AssertUnwindSafe(job));
            let _ = sender.send((index, result));
        });
    }
    drop(sender);
    for (index, result) in receiver {
        slots[index] = Some(result.map_err(|payload| text_of(&*payload)));
    }
    slots.into_iter().flatten().collect()
}
