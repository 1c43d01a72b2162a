// wrong: waits until every reader has dropped its snapshot
// finding: a_snapshot_stays_as_it_is: livelock

use std::sync::{Arc, Mutex};
use std::thread;

pub struct Store<C: Clone> {
    config: Mutex<Arc<C>>,
}

impl<C: Clone> Store<C> {
    pub fn new(config: C) -> Self {
        Store { config: Mutex::new(Arc::new(config)) }
    }

    pub fn snapshot(&self) -> Arc<C> {
        Arc::clone(&self.config.lock().unwrap())
    }

    pub fn update(&self, f: impl FnOnce(&mut C)) {
        loop {
            if let Some(config) = Arc::get_mut(&mut self.config.lock().unwrap()) {
                f(config);
                return;
            }
            thread::yield_now();
        }
    }
}
