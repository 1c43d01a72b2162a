// wrong: writes to standard output by hand, which nobody looks at here
// finding: compile: forbidden

use std::io::{self, Write};
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    thread::scope(|scope| {
        for job in jobs {
            scope.spawn(|| writeln!(io::stdout(), "{}", job()).unwrap());
        }
    });
}
