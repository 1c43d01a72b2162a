// right: the job runs inside a thread inside a thread: the inner one panics, the outer one reports

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
    let mut threads = Vec::new();
    for job in jobs {
        threads.push(thread::spawn(move || {
            let inner = thread::spawn(job);
            inner.join().map_err(|payload| text_of(&*payload))
        }));
    }
    threads.into_iter().map(|thread| thread.join().expect("the outer thread does not panic")).collect()
}
