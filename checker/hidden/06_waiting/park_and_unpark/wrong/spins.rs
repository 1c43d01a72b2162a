// wrong: takes the lock again and again until the value is there
// finding: a_waiting_thread_sleeps: livelock

use std::sync::{Arc, Mutex};

struct Slot<T> {
    value: Option<T>,
}

pub struct Sender1<T> {
    slot: Arc<Mutex<Slot<T>>>,
}

pub struct Receiver1<T> {
    slot: Arc<Mutex<Slot<T>>>,
}

pub fn mailbox<T: Send>() -> (Sender1<T>, Receiver1<T>) {
    let slot = Arc::new(Mutex::new(Slot { value: None }));
    (Sender1 { slot: Arc::clone(&slot) }, Receiver1 { slot })
}

impl<T: Send> Sender1<T> {
    pub fn put(self, value: T) {
        self.slot.lock().unwrap().value = Some(value);
    }
}

impl<T: Send> Receiver1<T> {
    pub fn take(self) -> T {
        loop {
            if let Some(value) = self.slot.lock().unwrap().value.take() {
                return value;
            }
            std::hint::spin_loop();
        }
    }
}
