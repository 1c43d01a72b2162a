// wrong: takes two numbers that a job may return for a panic
// finding: any_number_is_a_result: wrong_result

use std::any::Any;
use std::panic::*;
use std::thread;

pub type Job = Box<dyn FnOnce() -> u32 + Send>;

pub fn try_all(jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    let t: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    t.into_iter()
        .map(|t| match t.join() {
            Ok(0) => Err("unknown panic".into()),
            Ok(u32::MAX) => Err("unknown panic".into()),
            Ok(n) => Ok(n),
            Err(p) => Err(text(p)),
        })
        .collect()
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
