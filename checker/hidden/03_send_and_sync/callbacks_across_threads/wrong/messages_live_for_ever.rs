// wrong: takes only messages that live for ever
// finding: misuse/accepts_a_bus_on_many_threads: use_refused

use std::sync::{Arc, Mutex};

type Callback = Arc<dyn Fn(&'static str) + Send + Sync>;

#[derive(Default)]
pub struct Bus {
    callbacks: Mutex<Vec<Callback>>,
}

impl Bus {
    pub fn new() -> Self {
        Bus::default()
    }

    pub fn subscribe(&self, f: impl Fn(&'static str) + Send + Sync + 'static) {
        self.callbacks.lock().unwrap().push(Arc::new(f));
    }

    pub fn publish(&self, message: &'static str) {
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
