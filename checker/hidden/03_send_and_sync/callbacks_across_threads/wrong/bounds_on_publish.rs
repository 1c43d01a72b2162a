// wrong: asks for the bounds where messages are published, with a generic bus: then `Bus` is another type for each closure
// finding: compile: interface

use std::sync::{Arc, Mutex};

pub struct Bus<F = fn(&str)> {
    callbacks: Mutex<Vec<Arc<F>>>,
}

impl<F: Fn(&str)> Bus<F> {
    pub fn new() -> Self {
        Bus { callbacks: Mutex::new(Vec::new()) }
    }

    pub fn subscribe(&self, f: F) {
        self.callbacks.lock().unwrap().push(Arc::new(f));
    }

    pub fn publish(&self, message: &str)
    where
        F: Send + Sync,
    {
        let callbacks = self.callbacks.lock().unwrap().clone();
        for callback in callbacks {
            callback(message);
        }
    }
}
