// right: remembers how many there are, then takes them out one by one

use std::sync::{Arc, Mutex};

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
        let subscribed = self.callbacks.lock().unwrap().len();
        for index in 0..subscribed {
            let callback = Arc::clone(&self.callbacks.lock().unwrap()[index]);
            callback(message);
        }
    }
}

const _: () = {
    const fn is_send_and_sync<T: Send + Sync>() {}
    is_send_and_sync::<Bus>();
};
