// wrong: returns at the first message that a thread is done
// finding: all_lines_are_out_on_return: wrong_result

use std::sync::mpsc;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    let (done, first_done) = mpsc::channel();
    for job in jobs {
        let done = done.clone();
        thread::spawn(move || {
            println!("{}", job());
            let _ = done.send(());
        });
    }
    drop(done);
    let _ = first_done.recv();
}
