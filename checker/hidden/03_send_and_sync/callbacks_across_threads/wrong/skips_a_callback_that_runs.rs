// wrong: takes FnMut behind a mutex, and leaves a callback out that runs on another thread
// finding: two_publishers_do_not_wait_for_each_other: deadlock

use std::sync::{Arc, Mutex};

pub struct Bus {
    callbacks: Mutex<Vec<Arc<Mutex<dyn FnMut(&str) + Send>>>>,
}

impl Bus {
    pub fn new() -> Self {
        Bus { callbacks: Mutex::new(Vec::new()) }
    }

    pub fn subscribe(&self, f: impl FnMut(&str) + Send + 'static) {
        self.callbacks.lock().unwrap().push(Arc::new(Mutex::new(f)));
    }

    pub fn publish(&self, message: &str) {
        let callbacks = self.callbacks.lock().unwrap().clone();
        for callback in callbacks {
            if let Ok(mut callback) = callback.try_lock() {
                callback(message);
            }
        }
    }
}

const _: () = {
    const fn is_send_and_sync<T: Send + Sync>() {}
    is_send_and_sync::<Bus>();
};
