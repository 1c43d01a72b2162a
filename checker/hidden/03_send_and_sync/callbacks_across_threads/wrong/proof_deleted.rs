// wrong: deletes the proof instead of the problem: the error moves to whoever shares a bus
// finding: compile: interface

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
