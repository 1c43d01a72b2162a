// wrong: prints a line that was there before no second time
// finding: lines_are_printed_as_they_are: wrong_result

use std::collections::*;
use std::sync::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    let seen = Mutex::new(HashSet::new());
    thread::scope(|s| {
        for j in jobs {
            let seen = &seen;
            s.spawn(move || {
                let l = j();
                let mut g = seen.lock().unwrap();
                if g.insert(l.clone()) {
                    println!("{l}");
                }
            });
        }
    });
}
