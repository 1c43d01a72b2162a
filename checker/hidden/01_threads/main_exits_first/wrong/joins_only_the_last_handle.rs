// wrong: joins the thread that was started last, as if the others were done by then
// finding: all_lines_are_out_on_return: wrong_result

use std::thread;

pub type Job = Box<dyn FnOnce() -> String + Send>;

pub fn run(jobs: Vec<Job>) {
    let mut last = None;
    for job in jobs {
        last = Some(thread::spawn(move || println!("{}", job())));
    }
    if let Some(last) = last {
        last.join().unwrap();
    }
}
