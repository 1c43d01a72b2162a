// wrong: wakes only one of those who wait for the configuration
// finding: three_threads_ask_at_the_same_time: deadlock

use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Condvar, Mutex, OnceLock};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    pub name: String,
    pub workers: u32,
}

pub struct Settings {
    config: OnceLock<Config>,
    loading: Mutex<bool>,
    changed: Condvar,
}

impl Settings {
    pub const fn new() -> Self {
        Settings { config: OnceLock::new(), loading: Mutex::new(false), changed: Condvar::new() }
    }

    pub fn get(&self, load: impl FnOnce() -> Config) -> &Config {
        let mut loading = self.changed.wait_while(self.loading.lock().unwrap(), |loading| *loading).unwrap();
        if let Some(config) = self.config.get() {
            return config;
        }
        *loading = true;
        drop(loading);
        let loaded = panic::catch_unwind(AssertUnwindSafe(load));
        let mut loading = self.loading.lock().unwrap();
        *loading = false;
        match loaded {
            Ok(config) => {
                self.changed.notify_one();
                self.config.get_or_init(|| config)
            }
            Err(panic) => {
                self.changed.notify_one();
                drop(loading);
                panic::resume_unwind(panic)
            }
        }
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
