// right: a `OnceLock` says that the value is there, and one may wait for it

use std::sync::{Arc, Mutex, OnceLock};

struct Slot<T> {
    value: Mutex<Option<T>>,
    is_there: OnceLock<()>,
}

pub struct Sender1<T> {
    slot: Arc<Slot<T>>,
}

pub struct Receiver1<T> {
    slot: Arc<Slot<T>>,
}

pub fn mailbox<T: Send>() -> (Sender1<T>, Receiver1<T>) {
    let slot = Arc::new(Slot { value: Mutex::new(None), is_there: OnceLock::new() });
    (Sender1 { slot: slot.clone() }, Receiver1 { slot })
}

impl<T: Send> Sender1<T> {
    pub fn put(self, value: T) {
        *self.slot.value.lock().unwrap() = Some(value);
        self.slot.is_there.set(()).unwrap();
    }
}

impl<T: Send> Receiver1<T> {
    pub fn take(self) -> T {
        self.slot.is_there.wait();
        self.slot.value.lock().unwrap().take().unwrap()
    }
}
