// right: each job sets a `OnceLock` of its own

use std::any::Any;
use std::panic::*;
use std::sync::OnceLock;
use std::thread;

pub type Job = Box<dyn FnOnce() -> u32 + Send>;

pub fn try_all(jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    let out: Vec<OnceLock<Result<u32, String>>> = jobs.iter().map(|_| OnceLock::new()).collect();
    thread::scope(|s| {
        for (j, o) in jobs.into_iter().zip(&out) {
            s.spawn(move || o.set(catch_unwind(AssertUnwindSafe(j)).map_err(text)));
        }
    });
    out.into_iter().map(|o| o.into_inner().unwrap()).collect()
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
