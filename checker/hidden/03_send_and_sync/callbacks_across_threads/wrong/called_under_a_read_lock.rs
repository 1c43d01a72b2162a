// wrong: takes an RwLock so that publishers come in together; who subscribes still waits
// finding: a_callback_may_subscribe: deadlock

use std::sync::RwLock;

pub struct Bus {
    callbacks: RwLock<Vec<Box<dyn Fn(&str) + Send + Sync>>>,
}

impl Bus {
    pub fn new() -> Self {
        Bus { callbacks: RwLock::new(Vec::new()) }
    }

    pub fn subscribe(&self, f: impl Fn(&str) + Send + Sync + 'static) {
        self.callbacks.write().unwrap().push(Box::new(f));
    }

    pub fn publish(&self, message: &str) {
        for callback in self.callbacks.read().unwrap().iter() {
            callback(message);
        }
    }
}

const _: () = {
    const fn is_send_and_sync<T: Send + Sync>() {}
    is_send_and_sync::<Bus>();
};
