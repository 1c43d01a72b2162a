// wrong: promises with `unsafe impl` that any callback may go anywhere
// finding: compile: unsafe_code

use std::sync::{Arc, Mutex};

pub struct Bus {
    callbacks: Mutex<Vec<Arc<dyn Fn(&str)>>>,
}

impl Bus {
    pub fn new() -> Self {
        Bus { callbacks: Mutex::new(Vec::new()) }
    }

    pub fn subscribe(&self, f: impl Fn(&str) + 'static) {
        self.callbacks.lock().unwrap().push(Arc::new(f));
    }

    pub fn publish(&self, message: &str) {
        let callbacks = self.callbacks.lock().unwrap().clone();
        for callback in callbacks {
            callback(message);
        }
    }
}

// SAFETY: the callbacks are behind a mutex.
unsafe impl Send for Bus {}
unsafe impl Sync for Bus {}

const _: () = {
    const fn is_send_and_sync<T: Send + Sync>() {}
    is_send_and_sync::<Bus>();
};
