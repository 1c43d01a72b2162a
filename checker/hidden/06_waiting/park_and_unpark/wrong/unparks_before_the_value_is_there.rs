// wrong: wakes the receiver first and puts the value in afterwards
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
        if let Some(receiver) = self.slot.lock().unwrap().receiver.take() {
            receiver.unpark();
        }
        self.slot.lock().unwrap().value = Some(value);
    }
}

impl<T: Send> Receiver1<T> {
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
