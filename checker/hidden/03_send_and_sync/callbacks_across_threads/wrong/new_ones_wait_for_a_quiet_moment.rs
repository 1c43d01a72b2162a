// wrong: keeps new callbacks aside while a message is published, and takes them over when nobody publishes
// finding: a_callback_may_publish: wrong_result

use std::sync::{Mutex, RwLock};

type Callback = Box<dyn Fn(&str) + Send + Sync>;

#[derive(Default)]
pub struct Bus {
    callbacks: RwLock<Vec<Callback>>,
    new: Mutex<Vec<Callback>>,
}

impl Bus {
    pub fn new() -> Self {
        Bus::default()
    }

    pub fn subscribe(&self, f: impl Fn(&str) + Send + Sync + 'static) {
        self.new.lock().unwrap().push(Box::new(f));
    }

    pub fn publish(&self, message: &str) {
        if let Ok(mut callbacks) = self.callbacks.try_write() {
            callbacks.append(&mut self.new.lock().unwrap());
        }
        for callback in self.callbacks.read().unwrap().iter() {
            callback(message);
        }
    }
}

const _: () = {
    const fn is_send_and_sync<T: Send + Sync>() {}
    is_send_and_sync::<Bus>();
};
