// wrong: loads under a lock that all settings share
// finding: settings_do_not_wait_for_each_other: deadlock

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Mutex, OnceLock};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    pub name: String,
    pub workers: u32,
}

static LOADING: Mutex<()> = Mutex::new(());
pub struct Settings {
    config: OnceLock<Config>,
}
impl Settings {
    pub const fn new() -> Self {
        Settings { config: OnceLock::new() }
    }
    pub fn get(&self, load: impl FnOnce() -> Config) -> &Config {
        if self.config.get().is_none() {
            let _guard = LOADING.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
            self.config.get_or_init(load);
        }
        self.config.get().unwrap()
    }
    pub fn global() -> &'static Settings {
        static GLOBAL: Settings = Settings::new();
        &GLOBAL
    }
}
pub fn next_request_id() -> u32 {
    static COUNTER: AtomicU32 = AtomicU32::new(0);
    COUNTER.fetch_add(1, SeqCst) + 1
}
