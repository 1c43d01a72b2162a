// right: prints in two steps, but under a lock of its own

use std::collections::*;
use std::sync::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    let m = Mutex::new(());
    thread::scope(|s| {
        for j in jobs {
            let m = &m;
            s.spawn(move || {
                let l = j();
                let g = m.lock().unwrap();
                print!("{l}");
                println!();
            });
        }
    });
}
