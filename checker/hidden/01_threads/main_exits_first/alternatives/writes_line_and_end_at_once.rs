// right: writes a line and its end in one go

use std::collections::*;
use std::io::Write;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    thread::scope(|s| {
        for j in jobs {
            s.spawn(move || {
                let mut l = j();
                l.push('\n');
                std::io::stdout().write_all(l.as_bytes()).unwrap();
                std::io::stdout().flush().unwrap()
            });
        }
    });
}
