// wrong: the sender waits until a receiver has come, though it must not wait for anybody
// finding: a_value_waits_for_the_receiver: deadlock

use std::sync::{Arc, Condvar, Mutex};

struct Slot<T> {
    state: Mutex<(Option<T>, bool)>,
    changed: Condvar,
}

pub struct Sender1<T> {
    slot: Arc<Slot<T>>,
}

pub struct Receiver1<T> {
    slot: Arc<Slot<T>>,
}

pub fn mailbox<T: Send>() -> (Sender1<T>, Receiver1<T>) {
    let slot = Arc::new(Slot { state: Mutex::new((None, false)), changed: Condvar::new() });
    (Sender1 { slot: Arc::clone(&slot) }, Receiver1 { slot })
}

impl<T: Send> Sender1<T> {
    pub fn put(self, value: T) {
        let state = self.slot.state.lock().unwrap();
        let mut state = self.slot.changed.wait_while(state, |(_, someone_waits)| !*someone_waits).unwrap();
        state.0 = Some(value);
        self.slot.changed.notify_one();
    }
}

impl<T: Send> Receiver1<T> {
    pub fn take(self) -> T {
        let mut state = self.slot.state.lock().unwrap();
        state.1 = true;
        self.slot.changed.notify_one();
        let mut state = self.slot.changed.wait_while(state, |(value, _)| value.is_none()).unwrap();
        state.0.take().unwrap()
    }
}
