// wrong: prints a line of its own besides those of the jobs
// finding: all_lines_are_out_on_return: wrong_result

use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    thread::scope(|scope| {
        for job in jobs {
            scope.spawn(|| println!("{}", job()));
        }
    });
    println!("all done");
}
