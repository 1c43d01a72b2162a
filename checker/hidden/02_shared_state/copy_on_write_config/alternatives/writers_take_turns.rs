// right: a lock for writers; readers get snapshots also while f works on the copy

use std::sync::{Arc, Mutex};

pub struct Store<C: Clone> {
    turn: Mutex<()>,
    config: Mutex<Arc<C>>,
}

impl<C: Clone> Store<C> {
    pub fn new(config: C) -> Self {
        Store { turn: Mutex::new(()), config: Mutex::new(Arc::new(config)) }
    }

    pub fn snapshot(&self) -> Arc<C> {
        Arc::clone(&self.config.lock().unwrap())
    }

    pub fn update(&self, f: impl FnOnce(&mut C)) {
        let _turn = self.turn.lock().unwrap();
        let mut config = self.config.lock().unwrap();
        if let Some(config) = Arc::get_mut(&mut config) {
            return f(config);
        }
        let mut changed = (**config).clone();
        drop(config);
        f(&mut changed);
        let changed = Arc::new(changed);
        *self.config.lock().unwrap() = changed;
    }
}
