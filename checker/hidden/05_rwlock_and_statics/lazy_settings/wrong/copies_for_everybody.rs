// wrong: the counter is repaired, but everybody still gets a copy of the configuration
// finding: there_is_one_configuration: wrong_result

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    pub name: String,
    pub workers: u32,
}

pub struct Settings {
    config: Mutex<Option<Config>>,
}

impl Settings {
    pub const fn new() -> Self {
        Settings { config: Mutex::new(None) }
    }

    pub fn get(&self, load: impl FnOnce() -> Config) -> &Config {
        let mut config = self.config.lock().unwrap();
        let copy = config.get_or_insert_with(load).clone();
        Box::leak(Box::new(copy))
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
