// right: each thread lets go of the list before it says that it is done, so nobody has to be joined

use std::sync::{Arc, Mutex, mpsc};
use std::thread;

pub type Job<T> = Box<dyn FnOnce(&Mutex<Vec<T>>) + Send>;

pub fn gather<T: Send + 'static>(jobs: Vec<Job<T>>) -> Vec<T> {
    let list = Arc::new(Mutex::new(Vec::new()));
    let (done, all_done) = mpsc::channel::<()>();
    for job in jobs {
        let (list, done) = (Arc::clone(&list), done.clone());
        thread::spawn(move || {
            job(&list);
            drop(list);
            drop(done);
        });
    }
    drop(done);
    all_done.recv().unwrap_err();
    Arc::into_inner(list).unwrap().into_inner().unwrap()
}
