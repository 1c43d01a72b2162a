// wrong: `try_recv` does not wait, and the message may not be there yet
// finding: value_and_result_come_back: panic

use std::sync::mpsc;
use std::thread;

pub fn apply_on_thread<T: Send + 'static, R: Send + 'static>(mut value: T, f: fn(&mut T) -> R) -> (T, R) {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let result = f(&mut value);
        sender.send((value, result))
    });
    receiver.try_recv().unwrap()
}
