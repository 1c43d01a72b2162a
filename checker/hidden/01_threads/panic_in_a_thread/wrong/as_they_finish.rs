// wrong: the results come in the order in which the jobs end
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
    for job in jobs {
        let sender = sender.clone();
        thread::spawn(move || {
            let result = panic::catch_unwind(AssertUnwindSafe(job));
            sender.send(result.map_err(|payload| text_of(&*payload))).unwrap();
        });
    }
    drop(sender);
    receiver.iter().collect()
}
