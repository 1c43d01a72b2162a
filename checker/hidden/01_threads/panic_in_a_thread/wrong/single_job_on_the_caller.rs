// wrong: runs a single job on the caller, and catches its panic there
// finding: a_single_job_has_a_thread: wrong_result

use std::panic;
use std::thread;

pub type Job = Box<dyn FnOnce() -> u32 + Send>;
pub fn try_all(mut jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    if jobs.len() == 1 {
        let j = jobs.pop().unwrap();
        return vec![panic::catch_unwind(panic::AssertUnwindSafe(j)).map_err(text)];
    }
    let t: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    t.into_iter().map(|h| h.join().map_err(text)).collect()
}

fn text(p: Box<dyn std::any::Any + Send>) -> String {
    if let Some(s) = p.downcast_ref::<&str>() {
        s.to_string()
    } else if let Some(s) = p.downcast_ref::<String>() {
        s.clone()
    } else {
        "unknown panic".into()
    }
}
