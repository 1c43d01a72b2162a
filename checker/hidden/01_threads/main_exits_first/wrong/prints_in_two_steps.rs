// wrong: prints the line and its end in two steps, and another thread prints in between
// finding: all_lines_are_out_on_return: wrong_result

use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    thread::scope(|scope| {
        for job in jobs {
            scope.spawn(|| {
                print!("{}", job());
                println!();
            });
        }
    });
}
