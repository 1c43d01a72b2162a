// right: `call_once_force` runs its closure although an earlier one has panicked

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Once, OnceLock};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    pub name: String,
    pub workers: u32,
}

pub struct Settings {
    once: Once,
    config: OnceLock<Config>,
}

impl Settings {
    pub const fn new() -> Self {
        Settings { once: Once::new(), config: OnceLock::new() }
    }

    pub fn get(&self, load: impl FnOnce() -> Config) -> &Config {
        self.once.call_once_force(|_| {
            self.config.set(load()).unwrap();
        });
        self.config.get().unwrap()
    }

    pub fn global() -> &'static Settings {
        static GLOBAL: Settings = Settings::new();
        &GLOBAL
    }
}

pub fn next_request_id() -> u32 {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    loop {
        let next = NEXT.load(Ordering::Relaxed);
        if NEXT.compare_exchange_weak(next, next + 1, Ordering::Relaxed, Ordering::Relaxed).is_ok() {
            return next;
        }
    }
}
