// wrong: returns at the first panic, and joins no thread behind it
// finding: all_jobs_have_ended_on_return: wrong_result

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
    let mut results = Vec::new();
    for thread in threads {
        match thread.join() {
            Ok(number) => results.push(Ok(number)),
            Err(payload) => {
                results.push(Err(text_of(&*payload)));
                break;
            }
        }
    }
    results
}
