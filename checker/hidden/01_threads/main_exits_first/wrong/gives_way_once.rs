// wrong: lets other threads run once, and takes it that they are done then
// finding: all_lines_are_out_on_return: wrong_result

use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    for job in jobs {
        thread::spawn(move || println!("{}", job()));
        thread::yield_now();
    }
}
