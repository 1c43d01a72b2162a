// wrong: looks for `&str` only, but a formatted text is a `String`
// finding: a_text_with_a_value: wrong_result

use std::thread;

pub type Job = Box<dyn FnOnce() -> u32 + Send>;

pub fn try_all(jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    let threads: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    let mut results = Vec::new();
    for thread in threads {
        results.push(thread.join().map_err(|payload| match payload.downcast_ref::<&str>() {
            Some(text) => text.to_string(),
            None => "unknown panic".to_string(),
        }));
    }
    results
}
