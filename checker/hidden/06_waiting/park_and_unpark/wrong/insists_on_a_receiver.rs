// wrong: panics if the receiver has gone
// finding: nobody_is_there_to_take: panic

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
        assert!(Arc::strong_count(&self.slot) == 2, "nobody is there to take the value");
        slot.value = Some(value);
        if let Some(receiver) = slot.receiver.take() {
            receiver.unpark();
        }
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
