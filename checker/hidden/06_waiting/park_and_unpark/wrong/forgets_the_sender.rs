// wrong: the sender is forgotten, and with it its share of the mailbox
// finding: a_value_that_nobody_takes_is_dropped: wrong_result

use std::mem;
use std::sync::{Arc, Mutex};
use std::thread::{self, Thread};

enum State<T> {
    Empty,
    Awaited(Thread),
    Full(T),
}

pub struct Sender1<T>(Arc<Mutex<State<T>>>);

pub struct Receiver1<T>(Arc<Mutex<State<T>>>);

pub fn mailbox<T: Send>() -> (Sender1<T>, Receiver1<T>) {
    let state = Arc::new(Mutex::new(State::Empty));
    (Sender1(Arc::clone(&state)), Receiver1(state))
}

impl<T: Send> Sender1<T> {
    pub fn put(self, value: T) {
        let before = mem::replace(&mut *self.0.lock().unwrap(), State::Full(value));
        if let State::Awaited(receiver) = before {
            receiver.unpark();
        }
        mem::forget(self);
    }
}

impl<T: Send> Receiver1<T> {
    pub fn take(self) -> T {
        loop {
            let before = mem::replace(&mut *self.0.lock().unwrap(), State::Awaited(thread::current()));
            if let State::Full(value) = before {
                return value;
            }
            thread::park();
        }
    }
}
