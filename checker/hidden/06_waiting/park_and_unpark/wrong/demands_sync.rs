// wrong: demands values that threads may share
// finding: compile: interface

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

pub fn mailbox<T: Send + Sync>() -> (Sender1<T>, Receiver1<T>) {
    let slot = Arc::new(Mutex::new(Slot { value: None, receiver: None }));
    (Sender1 { slot: Arc::clone(&slot) }, Receiver1 { slot })
}

impl<T: Send + Sync> Sender1<T> {
    pub fn put(self, value: T) {
        let mut slot = self.slot.lock().unwrap();
        slot.value = Some(value);
        if let Some(receiver) = slot.receiver.take() {
            receiver.unpark();
        }
    }
}

impl<T: Send + Sync> Receiver1<T> {
    pub fn take(self) -> T {
        loop {
            {
                let mut slot = self.slot.lock().unwrap();
                if let Some(value) = slot.value.take() {
                    return value;
                }
                slot.receiver = Some(thread::current());
            }
            thread::park();
        }
    }
}
