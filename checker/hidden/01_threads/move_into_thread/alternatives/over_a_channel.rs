// right: sends the value and the result back over a channel

use std::sync::mpsc;
use std::thread;

pub fn apply_on_thread<T: Send + 'static, R: Send + 'static>(mut value: T, f: fn(&mut T) -> R) -> (T, R) {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let result = f(&mut value);
        let _ = sender.send((value, result));
    });
    receiver.recv().unwrap()
}
