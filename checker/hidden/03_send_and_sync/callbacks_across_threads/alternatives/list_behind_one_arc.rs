// right: an Arc around the whole list: a publisher clones one Arc, `make_mut` copies only a list in use

use std::sync::{Arc, Mutex};

type Callback = Arc<dyn Fn(&str) + Send + Sync>;

pub struct Bus {
    callbacks: Mutex<Arc<Vec<Callback>>>,
}

impl Bus {
    pub fn new() -> Self {
        Bus { callbacks: Mutex::new(Arc::new(Vec::new())) }
    }

    pub fn subscribe(&self, f: impl Fn(&str) + Send + Sync + 'static) {
        Arc::make_mut(&mut *self.callbacks.lock().unwrap()).push(Arc::new(f));
    }

    pub fn publish(&self, message: &str) {
        let callbacks = Arc::clone(&self.callbacks.lock().unwrap());
        for callback in callbacks.iter() {
            callback(message);
        }
    }
}

const _: () = {
    const fn is_send_and_sync<T: Send + Sync>() {}
    is_send_and_sync::<Bus>();
};
