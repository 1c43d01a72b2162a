// wrong: takes the panic hook of the whole program away so that nothing is printed
// finding: compile: forbidden

use std::panic;
use std::thread;

pub type Job = Box<dyn FnOnce() -> u32 + Send>;
pub fn try_all(jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    let old = panic::take_hook();
    let t: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    let r = t.into_iter().map(|h| h.join().map_err(text)).collect();
    panic::set_hook(old);
    r
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
