// wrong: takes the blanks around a line away
// finding: lines_are_printed_as_they_are: wrong_result

use std::collections::*;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    thread::scope(|s| {
        for j in jobs {
            s.spawn(move || println!("{}", j().trim()));
        }
    });
}
