// right: an RwLock, bounds in a where clause

use std::sync::{Arc, RwLock};

pub struct Bus {
    callbacks: RwLock<Vec<Arc<dyn Fn(&str) + Send + Sync>>>,
}

impl Bus {
    pub fn new() -> Self {
        Bus { callbacks: RwLock::default() }
    }

    pub fn subscribe<F>(&self, f: F)
    where
        F: for<'m> Fn(&'m str) + Send + Sync + 'static,
    {
        self.callbacks.write().unwrap().push(Arc::new(f));
    }

    pub fn publish(&self, message: &str) {
        let callbacks: Vec<_> = self.callbacks.read().unwrap().to_vec();
        callbacks.iter().for_each(|callback| callback(message));
    }
}
