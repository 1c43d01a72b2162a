// right: a trait of its own that has the bounds built in

use std::sync::{Arc, Mutex};

pub trait Callback: Fn(&str) + Send + Sync + 'static {}

impl<F: Fn(&str) + Send + Sync + 'static> Callback for F {}

#[derive(Default)]
pub struct Bus {
    callbacks: Mutex<Vec<Arc<dyn Callback>>>,
}

impl Bus {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn subscribe(&self, f: impl Callback) {
        self.callbacks.lock().unwrap().push(Arc::new(f));
    }

    pub fn publish(&self, message: &str) {
        let callbacks = self.callbacks.lock().unwrap().clone();
        for callback in callbacks {
            callback(message);
        }
    }
}
