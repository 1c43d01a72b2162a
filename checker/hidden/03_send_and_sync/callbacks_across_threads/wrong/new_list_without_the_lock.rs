// wrong: copies the list, adds to the copy and puts it back under a second lock: a subscription gets lost
// finding: no_subscription_is_lost: wrong_result

use std::sync::{Arc, Mutex};

pub struct Bus {
    callbacks: Mutex<Vec<Arc<dyn Fn(&str) + Send + Sync>>>,
}

impl Bus {
    pub fn new() -> Self {
        Bus { callbacks: Mutex::new(Vec::new()) }
    }

    pub fn subscribe(&self, f: impl Fn(&str) + Send + Sync + 'static) {
        let mut callbacks = self.callbacks.lock().unwrap().clone();
        callbacks.push(Arc::new(f));
        *self.callbacks.lock().unwrap() = callbacks;
    }

    pub fn publish(&self, message: &str) {
        let callbacks = self.callbacks.lock().unwrap().clone();
        for callback in callbacks {
            callback(message);
        }
    }
}

const _: () = {
    const fn is_send_and_sync<T: Send + Sync>() {}
    is_send_and_sync::<Bus>();
};
