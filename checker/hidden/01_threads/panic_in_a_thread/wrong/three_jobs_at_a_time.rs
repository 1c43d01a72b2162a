// wrong: runs three jobs at a time, so a fourth waits for one of them
// finding: many_jobs_at_the_same_time: deadlock

use std::any::Any;
use std::panic::*;
use std::thread;

pub type Job = Box<dyn FnOnce() -> u32 + Send>;

pub fn try_all(jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    let mut out = vec![];
    let mut j = jobs.into_iter();
    loop {
        let t: Vec<_> = j.by_ref().take(3).map(thread::spawn).collect();
        if t.is_empty() {
            return out;
        }
        out.extend(t.into_iter().map(|t| t.join().map_err(text)))
    }
}

fn text(p: Box<dyn Any + Send>) -> String {
    if let Some(s) = p.downcast_ref::<&'static str>() {
        s.to_string()
    } else if let Some(s) = p.downcast_ref::<String>() {
        s.clone()
    } else {
        "unknown panic".into()
    }
}
