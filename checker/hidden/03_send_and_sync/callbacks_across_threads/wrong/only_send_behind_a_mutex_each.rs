// wrong: asks for Send alone and gives each callback a mutex: one publisher at a time
// finding: two_publishers_do_not_wait_for_each_other: deadlock

use std::sync::{Arc, Mutex};

pub struct Bus {
    callbacks: Mutex<Vec<Arc<Mutex<dyn Fn(&str) + Send>>>>,
}

impl Bus {
    pub fn new() -> Self {
        Bus { callbacks: Mutex::new(Vec::new()) }
    }

    pub fn subscribe(&self, f: impl Fn(&str) + Send + 'static) {
        self.callbacks.lock().unwrap().push(Arc::new(Mutex::new(f)));
    }

    pub fn publish(&self, message: &str) {
        let callbacks = self.callbacks.lock().unwrap().clone();
        for callback in callbacks {
            callback.lock().unwrap()(message);
        }
    }
}

const _: () = {
    const fn is_send_and_sync<T: Send + Sync>() {}
    is_send_and_sync::<Bus>();
};
