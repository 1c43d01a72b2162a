// wrong: does not print a line that is empty
// finding: a_line_may_be_empty: wrong_result

use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;
pub fn run(jobs: Vec<Job>) {
    thread::scope(|s| {
        for j in jobs {
            s.spawn(|| {
                let l = j();
                if !l.is_empty() {
                    println!("{l}")
                }
            });
        }
    });
}
