// wrong: gives every callback a thread of its own, so they run in any order
// finding: callbacks_hear_every_message_in_order: wrong_result

use std::sync::{Arc, Mutex};
use std::thread;

pub struct Bus {
    callbacks: Mutex<Vec<Arc<dyn Fn(&str) + Send + Sync>>>,
}

impl Bus {
    pub fn new() -> Self {
        Bus { callbacks: Mutex::new(Vec::new()) }
    }

    pub fn subscribe(&self, f: impl Fn(&str) + Send + Sync + 'static) {
        self.callbacks.lock().unwrap().push(Arc::new(f));
    }

    pub fn publish(&self, message: &str) {
        let callbacks = self.callbacks.lock().unwrap().clone();
        thread::scope(|scope| {
            for callback in &callbacks {
                scope.spawn(|| callback(message));
            }
        });
    }
}

const _: () = {
    const fn is_send_and_sync<T: Send + Sync>() {}
    is_send_and_sync::<Bus>();
};
