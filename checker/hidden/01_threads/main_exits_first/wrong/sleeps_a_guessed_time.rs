// wrong: sleeps and hopes that the jobs are done by then
// finding: all_lines_are_out_on_return: wrong_result

use std::thread;
use std::time::Duration;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    for job in jobs {
        thread::spawn(move || println!("{}", job()));
    }
    thread::sleep(Duration::from_secs(60));
}
