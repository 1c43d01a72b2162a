// wrong: runs the last job on the calling thread
// finding: each_job_has_its_own_thread: wrong_result

use std::sync::Mutex;
use std::thread;

pub type Job<T> = Box<dyn FnOnce(&Mutex<Vec<T>>) + Send>;

pub fn gather<T: Send + 'static>(jobs: Vec<Job<T>>) -> Vec<T> {
    let list = Mutex::new(Vec::new());
    let mut jobs = jobs;
    let last = jobs.pop();
    thread::scope(|scope| {
        for job in jobs {
            let list = &list;
            scope.spawn(move || job(list));
        }
        if let Some(job) = last {
            job(&list);
        }
    });
    list.into_inner().unwrap()
}
