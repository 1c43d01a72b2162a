// right: whoever lets go of the list last takes it out and sends it to `gather`

use std::sync::{Arc, Mutex, mpsc};
use std::thread;

pub type Job<T> = Box<dyn FnOnce(&Mutex<Vec<T>>) + Send>;

pub fn gather<T: Send + 'static>(jobs: Vec<Job<T>>) -> Vec<T> {
    let list = Arc::new(Mutex::new(Vec::new()));
    let (sender, receiver) = mpsc::channel();
    for job in jobs {
        let (list, sender) = (Arc::clone(&list), sender.clone());
        thread::spawn(move || {
            job(&list);
            if let Some(list) = Arc::into_inner(list) {
                sender.send(list).unwrap();
            }
        });
    }
    let list = Arc::into_inner(list).unwrap_or_else(|| receiver.recv().unwrap());
    list.into_inner().unwrap()
}
