// wrong: collects the lines, and prints them when all jobs are done
// finding: a_slow_first_job_keeps_no_line_back: wrong_result

use std::sync::Mutex;
use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    let lines = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for job in jobs {
            scope.spawn(|| {
                let line = job();
                lines.lock().unwrap().push(line);
            });
        }
    });
    for line in lines.into_inner().unwrap() {
        println!("{line}");
    }
}
