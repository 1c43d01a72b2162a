// right: waits until every thread has dropped its sender, which it does last of all

use std::sync::mpsc;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    let (at_work, nobody_at_work) = mpsc::channel::<()>();
    for job in jobs {
        let at_work = at_work.clone();
        thread::spawn(move || {
            println!("{}", job());
            drop(at_work);
        });
    }
    drop(at_work);
    let _disconnected = nobody_at_work.recv();
}
