// right: waits until every sender is gone; each thread drops its own at its end

use std::sync::mpsc;
use std::thread;

pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let (done, all_done) = mpsc::channel::<()>();
    for job in jobs {
        let done = done.clone();
        thread::spawn(move || {
            job();
            drop(done);
        });
    }
    drop(done);
    assert!(all_done.recv().is_err(), "nothing is ever sent");
}
