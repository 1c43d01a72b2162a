// wrong: a `thread_local!` is there once for each thread
// finding: the_global_settings_are_always_the_same: wrong_result

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
        thread_local! {
            static GLOBAL: &'static Settings = Box::leak(Box::new(Settings::new()));
        }
        GLOBAL.with(|global| *global)
    }
}

pub fn next_request_id() -> u32 {
    static COUNTER: AtomicU32 = AtomicU32::new(0);
    COUNTER.fetch_add(1, Ordering::Relaxed) + 1
}
