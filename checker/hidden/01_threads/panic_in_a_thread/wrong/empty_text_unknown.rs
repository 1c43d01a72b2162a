// wrong: takes an empty text for none
// finding: texts_come_as_they_are: wrong_result

use std::any::Any;
use std::panic::*;
use std::thread;

pub type Job = Box<dyn FnOnce() -> u32 + Send>;

pub fn try_all(jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    let t: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    t.into_iter()
        .map(|t| {
            t.join().map_err(|p| {
                let t = text(p);
                if t.is_empty() { "unknown panic".into() } else { t }
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
