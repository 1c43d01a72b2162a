// wrong: takes it that one wakeup too many is all that can happen
// finding: a_value_arrives: panic

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
        for _ in 0..2 {
            let mut slot = self.slot.lock().unwrap();
            if let Some(value) = slot.value.take() {
                return value;
            }
            slot.receiver = Some(thread::current());
            drop(slot);
            thread::park();
        }
        let value = self.slot.lock().unwrap().value.take();
        value.unwrap()
    }
}
