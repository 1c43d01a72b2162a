// wrong: adds by a load and a store; what another thread adds between them is lost

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

#[derive(Default)]
pub struct Counter(AtomicU32);

impl Counter {
    pub fn add(&self) {
        let value = self.0.load(SeqCst); //~ load
        self.0.store(value + 1, SeqCst); //~ store
    }

    pub fn get(&self) -> u32 {
        self.0.load(SeqCst)
    }
}
