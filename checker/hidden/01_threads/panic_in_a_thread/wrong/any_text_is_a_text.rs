// wrong: takes a `Box<str>` for a text as well
// finding: other_payloads_are_no_text: wrong_result

use std::any::Any;
use std::panic::*;
use std::thread;

pub type Job = Box<dyn FnOnce() -> u32 + Send>;

pub fn try_all(jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    let t: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    t.into_iter()
        .map(|t| {
            t.join().map_err(|p| {
                if p.is::<u64>() {
                    "unknown panic".into()
                } else if let Some(b) = p.downcast_ref::<Box<str>>() {
                    b.to_string()
                } else {
                    text(p)
                }
            })
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
