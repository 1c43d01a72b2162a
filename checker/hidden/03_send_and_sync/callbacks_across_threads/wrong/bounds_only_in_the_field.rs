// wrong: writes the bounds into the field and not into `subscribe`
// finding: compile: E0277

use std::sync::Mutex;

pub struct Bus {
    callbacks: Mutex<Vec<Box<dyn Fn(&str) + Send + Sync>>>,
}

impl Bus {
    pub fn new() -> Self {
        Bus { callbacks: Mutex::new(Vec::new()) }
    }

    pub fn subscribe(&self, f: impl Fn(&str) + 'static) {
        self.callbacks.lock().unwrap().push(Box::new(f));
    }

    pub fn publish(&self, message: &str) {
        for callback in self.callbacks.lock().unwrap().iter() {
            callback(message);
        }
    }
}

const _: () = {
    const fn is_send_and_sync<T: Send + Sync>() {}
    is_send_and_sync::<Bus>();
};
