// right: a condition variable, which does not need to know whom it wakes

use std::sync::{Arc, Condvar, Mutex};

struct Slot<T> {
    value: Mutex<Option<T>>,
    filled: Condvar,
}

pub struct Sender1<T>(Arc<Slot<T>>);

pub struct Receiver1<T>(Arc<Slot<T>>);

pub fn mailbox<T: Send>() -> (Sender1<T>, Receiver1<T>) {
    let slot = Arc::new(Slot { value: Mutex::new(None), filled: Condvar::new() });
    (Sender1(Arc::clone(&slot)), Receiver1(slot))
}

impl<T: Send> Sender1<T> {
    pub fn put(self, value: T) {
        *self.0.value.lock().unwrap() = Some(value);
        self.0.filled.notify_one();
    }
}

impl<T: Send> Receiver1<T> {
    pub fn take(self) -> T {
        let value = self.0.value.lock().unwrap();
        self.0.filled.wait_while(value, |value| value.is_none()).unwrap().take().unwrap()
    }
}
