// right: threads from a builder, and the text found with combinators

use std::any::Any;
use std::thread::Builder;

pub type Job = Box<dyn FnOnce() -> u32 + Send>;

fn text_of(payload: &dyn Any) -> Option<&str> {
    payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str))
}

pub fn try_all(jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    let mut threads = Vec::new();
    for (index, job) in jobs.into_iter().enumerate() {
        threads.push(Builder::new().name(format!("job-{index}")).spawn(job).unwrap());
    }
    let mut results = Vec::new();
    // From the last to the first, and turned around at the end.
    while let Some(thread) = threads.pop() {
        let result = thread.join();
        results.push(result.map_err(|payload| text_of(&*payload).unwrap_or("unknown panic").to_owned()));
    }
    results.reverse();
    results
}
