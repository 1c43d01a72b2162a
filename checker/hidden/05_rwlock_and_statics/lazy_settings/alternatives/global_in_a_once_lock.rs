// right: the global settings are made at the first call; ids by `fetch_update`

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    pub name: String,
    pub workers: u32,
}

pub struct Settings {
    config: OnceLock<Config>,
}

impl Settings {
    pub const fn new() -> Self {
        Settings { config: OnceLock::new() }
    }

    pub fn get(&self, load: impl FnOnce() -> Config) -> &Config {
        self.config.get_or_init(load)
    }

    pub fn global() -> &'static Settings {
        static GLOBAL: OnceLock<Settings> = OnceLock::new();
        GLOBAL.get_or_init(Settings::new)
    }
}

pub fn next_request_id() -> u32 {
    static LAST: AtomicU32 = AtomicU32::new(0);
    LAST.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |last| Some(last + 1)).unwrap() + 1
}
