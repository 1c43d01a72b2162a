// wrong: leaks the callbacks to have references that live for ever, and asks only for Sync
// finding: callbacks_are_dropped_with_the_bus: wrong_result

use std::sync::Mutex;

pub struct Bus {
    callbacks: Mutex<Vec<&'static (dyn Fn(&str) + Sync)>>,
}

impl Bus {
    pub fn new() -> Self {
        Bus { callbacks: Mutex::new(Vec::new()) }
    }

    pub fn subscribe(&self, f: impl Fn(&str) + Sync + 'static) {
        self.callbacks.lock().unwrap().push(Box::leak(Box::new(f)));
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
