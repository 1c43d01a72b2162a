// right: a thread beside each producer passes its values on

use std::sync::mpsc::{self, Sender};
use std::thread;

pub type Producer<T> = Box<dyn FnOnce(Sender<T>) + Send>;
pub fn fan_in<T: Send + 'static>(producers: Vec<Producer<T>>) -> Vec<T> {
    let (all, got) = mpsc::channel();
    for p in producers {
        let all = all.clone();
        thread::spawn(move || {
            let (s, r) = mpsc::channel();
            thread::scope(|x| {
                x.spawn(move || p(s));
                all.send(r.recv().ok()).unwrap();
                for v in r {
                    all.send(Some(v)).unwrap();
                }
            })
        });
    }
    drop(all);
    got.into_iter().flatten().collect()
}
