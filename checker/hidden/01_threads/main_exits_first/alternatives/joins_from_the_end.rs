// right: joins the handles from the last to the first, and looks into itself on standard error

use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    let mut threads = Vec::with_capacity(jobs.len());
    for (number, job) in jobs.into_iter().enumerate() {
        threads.push(thread::spawn(move || {
            let line = job();
            print!("{line}\n");
            eprintln!("job {number} is done");
        }));
    }
    while let Some(thread) = threads.pop() {
        thread.join().unwrap();
    }
}
