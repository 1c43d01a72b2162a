// wrong: who waits for the `load` of another thread panics when that one panics
// finding: a_load_that_panics_while_another_waits: wrong_result

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Condvar, Mutex, OnceLock};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    pub name: String,
    pub workers: u32,
}

struct Loading<'a>(&'a Settings);

impl Drop for Loading<'_> {
    fn drop(&mut self) {
        *self.0.loading.lock().unwrap() = false;
        self.0.changed.notify_all();
    }
}

pub struct Settings {
    loading: Mutex<bool>,
    changed: Condvar,
    config: OnceLock<Config>,
}

impl Settings {
    pub const fn new() -> Self {
        Settings { loading: Mutex::new(false), changed: Condvar::new(), config: OnceLock::new() }
    }

    pub fn get(&self, load: impl FnOnce() -> Config) -> &Config {
        let mut loading = self.loading.lock().unwrap();
        if *loading {
            drop(self.changed.wait_while(loading, |loading| *loading).unwrap());
            return self.config.get().expect("the other thread has loaded it");
        }
        if let Some(config) = self.config.get() {
            return config;
        }
        *loading = true;
        drop(loading);
        let _end = Loading(self);
        self.config.set(load()).unwrap();
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
