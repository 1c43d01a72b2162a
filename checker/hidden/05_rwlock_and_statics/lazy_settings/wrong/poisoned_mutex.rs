// wrong: the mutex under which one thread loads is poisoned by a `load` that panics
// finding: a_load_that_panics: wrong_result

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    pub name: String,
    pub workers: u32,
}

pub struct Settings {
    loading: Mutex<()>,
    config: OnceLock<Config>,
}

impl Settings {
    pub const fn new() -> Self {
        Settings { loading: Mutex::new(()), config: OnceLock::new() }
    }

    pub fn get(&self, load: impl FnOnce() -> Config) -> &Config {
        let _loading = self.loading.lock().unwrap();
        self.config.get_or_init(load)
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
