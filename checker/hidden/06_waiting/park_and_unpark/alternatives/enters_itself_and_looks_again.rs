// right: two locks; the receiver enters itself, and looks at the value only after that

use std::sync::{Arc, Mutex};
use std::thread::{self, Thread};

struct Slot<T> {
    value: Mutex<Option<T>>,
    receiver: Mutex<Option<Thread>>,
}

pub struct Sender1<T> {
    slot: Arc<Slot<T>>,
}

pub struct Receiver1<T> {
    slot: Arc<Slot<T>>,
}

pub fn mailbox<T: Send>() -> (Sender1<T>, Receiver1<T>) {
    let slot = Arc::new(Slot { value: Mutex::new(None), receiver: Mutex::new(None) });
    (Sender1 { slot: slot.clone() }, Receiver1 { slot })
}

impl<T: Send> Sender1<T> {
    pub fn put(self, value: T) {
        *self.slot.value.lock().unwrap() = Some(value);
        let receiver = self.slot.receiver.lock().unwrap().clone();
        if let Some(receiver) = receiver {
            receiver.unpark();
        }
    }
}

impl<T: Send> Receiver1<T> {
    pub fn take(self) -> T {
        *self.slot.receiver.lock().unwrap() = Some(thread::current());
        loop {
            if let Some(value) = self.slot.value.lock().unwrap().take() {
                return value;
            }
            thread::park();
        }
    }
}
