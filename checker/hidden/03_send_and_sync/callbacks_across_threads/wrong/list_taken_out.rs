// wrong: takes the list out while it calls the callbacks, and puts it back over new ones
// finding: a_callback_may_subscribe: wrong_result

use std::sync::Mutex;

pub struct Bus {
    callbacks: Mutex<Vec<Box<dyn Fn(&str) + Send + Sync>>>,
}

impl Bus {
    pub fn new() -> Self {
        Bus { callbacks: Mutex::new(Vec::new()) }
    }

    pub fn subscribe(&self, f: impl Fn(&str) + Send + Sync + 'static) {
        self.callbacks.lock().unwrap().push(Box::new(f));
    }

    pub fn publish(&self, message: &str) {
        let callbacks = std::mem::take(&mut *self.callbacks.lock().unwrap());
        for callback in &callbacks {
            callback(message);
        }
        *self.callbacks.lock().unwrap() = callbacks;
    }
}

const _: () = {
    const fn is_send_and_sync<T: Send + Sync>() {}
    is_send_and_sync::<Bus>();
};
