// right: holds standard output while it writes a line in two steps

use std::io::{self, Write};
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    thread::scope(|scope| {
        for job in jobs {
            scope.spawn(|| {
                let line = job();
                let mut out = io::stdout().lock();
                write!(out, "{line}").unwrap();
                writeln!(out).unwrap();
            });
        }
    });
}
