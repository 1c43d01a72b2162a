// wrong: looks for `String` only, but a plain text is a `&'static str`
// finding: a_number_and_a_panic: wrong_result

use std::thread;

pub type Job = Box<dyn FnOnce() -> u32 + Send>;

pub fn try_all(jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    let threads: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    let mut results = Vec::new();
    for thread in threads {
        results.push(thread.join().map_err(|payload| match payload.downcast::<String>() {
            Ok(text) => *text,
            Err(_) => "unknown panic".to_string(),
        }));
    }
    results
}
