// wrong: keeps the text of the first panic, and takes it for that of all others
// finding: two_panics: wrong_result

use std::thread;

pub type Job = Box<dyn FnOnce() -> u32 + Send>;
pub fn try_all(jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    let t: Vec<_> = jobs.into_iter().map(thread::spawn).collect();
    let mut first = None;
    let mut out = vec![];
    for h in t {
        match h.join() {
            Ok(n) => out.push(Ok(n)),
            Err(p) => {
                let s = first.get_or_insert_with(|| text(p)).clone();
                out.push(Err(s));
            }
        }
    }
    out
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
