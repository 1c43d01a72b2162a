// wrong: takes the list out and adds new ones behind it afterwards; meanwhile the bus is empty
// finding: two_publishers_do_not_wait_for_each_other: deadlock

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
        let mut callbacks = std::mem::take(&mut *self.callbacks.lock().unwrap());
        for callback in &callbacks {
            callback(message);
        }
        let mut list = self.callbacks.lock().unwrap();
        callbacks.append(&mut list);
        *list = callbacks;
    }
}

const _: () = {
    const fn is_send_and_sync<T: Send + Sync>() {}
    is_send_and_sync::<Bus>();
};
