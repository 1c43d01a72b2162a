// wrong: a `Once` whose closure has panicked is poisoned, and panics for ever
// finding: a_load_that_panics: wrong_result

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
        self.once.call_once(|| self.config.set(load()).unwrap());
        self.config.get().unwrap()
    }

    pub fn global() -> &'static Settings {
        static GLOBAL: Settings = Settings::new();
        &GLOBAL
    }
}

pub fn next_request_id() -> u32 {
    static COUNTER: AtomicU32 = AtomicU32::new(0);
    COUNTER.fetch_add(1, Ordering::Relaxed) + 1
}
