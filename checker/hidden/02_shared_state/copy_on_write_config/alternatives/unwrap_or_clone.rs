// right: takes the pointer out under the lock, unwraps or clones what it points to, and stores a new pointer

use std::sync::{Arc, Mutex};

pub struct Store<C: Clone> {
    config: Mutex<Option<Arc<C>>>,
}

impl<C: Clone> Store<C> {
    pub fn new(config: C) -> Self {
        Store { config: Mutex::new(Some(Arc::new(config))) }
    }

    pub fn snapshot(&self) -> Arc<C> {
        Arc::clone(self.config.lock().unwrap().as_ref().expect("it is there whenever the lock is free"))
    }

    pub fn update(&self, f: impl FnOnce(&mut C)) {
        let mut slot = self.config.lock().unwrap();
        let mut config = slot.take().map(Arc::unwrap_or_clone).expect("it is there whenever the lock is free");
        f(&mut config);
        *slot = Some(Arc::new(config));
    }
}
