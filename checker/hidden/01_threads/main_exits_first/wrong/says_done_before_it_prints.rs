// wrong: each thread says that it is done when the job has returned, and prints only then
// finding: all_lines_are_out_on_return: wrong_result

use std::sync::mpsc;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    let (done, all_done) = mpsc::channel();
    let count = jobs.len();
    for job in jobs {
        let done = done.clone();
        thread::spawn(move || {
            let line = job();
            done.send(()).unwrap();
            println!("{line}");
        });
    }
    for _ in 0..count {
        all_done.recv().unwrap();
    }
}
