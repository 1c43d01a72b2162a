// wrong: takes functions, which capture nothing, to get rid of the error
// finding: compile: interface

use std::sync::Mutex;

pub struct Bus {
    callbacks: Mutex<Vec<fn(&str)>>,
}

impl Bus {
    pub fn new() -> Self {
        Bus { callbacks: Mutex::new(Vec::new()) }
    }

    pub fn subscribe(&self, f: fn(&str)) {
        self.callbacks.lock().unwrap().push(f);
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
