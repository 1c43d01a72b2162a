// wrong: takes every payload that is not a `&str` for a `String`
// finding: a_payload_that_is_no_text: wrong_result

use std::thread;

pub type Job = Box<dyn FnOnce() -> u32 + Send>;

pub fn try_all(jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    let threads: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    let mut results = Vec::new();
    for thread in threads {
        results.push(match thread.join() {
            Ok(number) => Ok(number),
            Err(payload) if payload.is::<&str>() => Err(payload.downcast::<&str>().unwrap().to_string()),
            Err(payload) => Err(*payload.downcast::<String>().unwrap()),
        });
    }
    results
}
