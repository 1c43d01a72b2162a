// wrong: takes the configuration out of the store while f works on it; meanwhile a snapshot finds none
// finding: no_update_gets_lost: panic

use std::sync::{Arc, Mutex};

pub struct Store<C: Clone> {
    config: Mutex<Option<Arc<C>>>,
}

impl<C: Clone> Store<C> {
    pub fn new(config: C) -> Self {
        Store { config: Mutex::new(Some(Arc::new(config))) }
    }

    pub fn snapshot(&self) -> Arc<C> {
        self.config.lock().unwrap().clone().unwrap()
    }

    pub fn update(&self, f: impl FnOnce(&mut C)) {
        let mut config = self.config.lock().unwrap().take().unwrap();
        f(Arc::make_mut(&mut config));
        *self.config.lock().unwrap() = Some(config);
    }
}
