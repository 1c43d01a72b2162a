// right: no Arc: the threads of a scope borrow the mutex, which belongs to this function all the time

use std::sync::Mutex;
use std::thread;

pub type Job<T> = Box<dyn FnOnce(&Mutex<Vec<T>>) + Send>;

pub fn gather<T: Send>(jobs: Vec<Job<T>>) -> Vec<T> {
    let list = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for job in jobs {
            scope.spawn(|| job(&list));
        }
    });
    list.into_inner().unwrap()
}
