// wrong: runs the jobs two at a time
// finding: jobs_run_at_the_same_time: deadlock

use std::thread;

pub type Job = Box<dyn FnOnce() -> u32 + Send>;
pub fn try_all(jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    let mut jobs = jobs.into_iter();
    let mut out = vec![];
    loop {
        let two: Vec<_> = jobs.by_ref().take(2).map(thread::spawn).collect();
        if two.is_empty() {
            return out;
        }
        out.extend(two.into_iter().map(|h| h.join().map_err(text)));
    }
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
