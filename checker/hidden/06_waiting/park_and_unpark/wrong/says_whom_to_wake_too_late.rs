// wrong: looks, lets go of the lock, and only then says whom to wake: the value may have come in between
// finding: a_value_arrives: deadlock

use std::sync::{Arc, Mutex};
use std::thread::{self, Thread};

struct Slot<T> {
    value: Option<T>,
    receiver: Option<Thread>,
}

pub struct Sender1<T> {
    slot: Arc<Mutex<Slot<T>>>,
}

pub struct Receiver1<T> {
    slot: Arc<Mutex<Slot<T>>>,
}

pub fn mailbox<T: Send>() -> (Sender1<T>, Receiver1<T>) {
    let slot = Arc::new(Mutex::new(Slot { value: None, receiver: None }));
    (Sender1 { slot: Arc::clone(&slot) }, Receiver1 { slot })
}

impl<T: Send> Sender1<T> {
    pub fn put(self, value: T) {
        let mut slot = self.slot.lock().unwrap();
        slot.value = Some(value);
        if let Some(receiver) = slot.receiver.take() {
            receiver.unpark();
        }
    }
}

impl<T: Send> Receiver1<T> {
    pub fn take(self) -> T {
        loop {
            if let Some(value) = self.slot.lock().unwrap().value.take() {
                return value;
            }
            self.slot.lock().unwrap().receiver = Some(thread::current());
            thread::park();
        }
    }
}
