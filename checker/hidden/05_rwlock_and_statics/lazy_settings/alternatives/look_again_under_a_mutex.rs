// right: a look without the mutex, a second one with it; a poisoned mutex protects nothing that could be half done

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

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
        if let Some(config) = self.config.get() {
            return config;
        }
        let loading = self.loading.lock().unwrap_or_else(PoisonError::into_inner);
        if self.config.get().is_none() {
            self.config.set(load()).unwrap();
        }
        drop(loading);
        self.config.get().unwrap()
    }

    pub fn global() -> &'static Settings {
        static GLOBAL: Settings = Settings::new();
        &GLOBAL
    }
}

pub fn next_request_id() -> u32 {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    NEXT.fetch_add(1, Ordering::SeqCst)
}
