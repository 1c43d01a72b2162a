// wrong: the flag of who comes first is one step, but the others find no configuration yet
// finding: two_threads_ask_at_the_same_time: panic

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    pub name: String,
    pub workers: u32,
}

pub struct Settings {
    config: OnceLock<Config>,
    taken: AtomicBool,
}

impl Settings {
    pub const fn new() -> Self {
        Settings { config: OnceLock::new(), taken: AtomicBool::new(false) }
    }

    pub fn get(&self, load: impl FnOnce() -> Config) -> &Config {
        if !self.taken.swap(true, Ordering::SeqCst) {
            self.config.set(load()).unwrap();
        }
        self.config.get().expect("somebody has loaded it")
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
