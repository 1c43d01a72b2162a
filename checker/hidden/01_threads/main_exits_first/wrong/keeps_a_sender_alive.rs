// wrong: waits until all senders are gone, but has one itself
// finding: all_lines_are_out_on_return: deadlock

use std::sync::mpsc;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    let (done, all_done) = mpsc::channel();
    for job in jobs {
        let done = done.clone();
        thread::spawn(move || {
            println!("{}", job());
            done.send(()).unwrap();
        });
    }
    for () in all_done {}
}
