// wrong: gives each job a list of its own and puts them together
// finding: jobs_share_one_list: wrong_result

use std::sync::Mutex;
use std::thread;

pub type Job<T> = Box<dyn FnOnce(&Mutex<Vec<T>>) + Send>;

pub fn gather<T: Send + 'static>(jobs: Vec<Job<T>>) -> Vec<T> {
    let threads: Vec<_> = jobs
        .into_iter()
        .map(|job| {
            thread::spawn(move || {
                let list = Mutex::new(Vec::new());
                job(&list);
                list.into_inner().unwrap()
            })
        })
        .collect();
    threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
}
