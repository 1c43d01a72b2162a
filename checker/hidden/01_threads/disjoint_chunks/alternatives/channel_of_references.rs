// right: the references wait in a channel whose receiver the threads share

use std::sync::{Mutex, mpsc};
use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let workers = if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers };
    let (sender, receiver) = mpsc::channel();
    for element in data {
        sender.send(element).unwrap();
    }
    drop(sender);
    let receiver = Mutex::new(receiver);
    let take = || receiver.lock().unwrap().recv();
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Ok(element) = take() {
                    f(element);
                }
            });
        }
    });
}
