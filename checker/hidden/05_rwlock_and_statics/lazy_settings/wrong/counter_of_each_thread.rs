// wrong: each thread counts by itself
// finding: each_request_has_its_number: wrong_result

use std::cell::Cell;
use std::sync::OnceLock;

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
        static GLOBAL: Settings = Settings::new();
        &GLOBAL
    }
}

pub fn next_request_id() -> u32 {
    thread_local! {
        static COUNTER: Cell<u32> = const { Cell::new(0) };
    }
    COUNTER.set(COUNTER.get() + 1);
    COUNTER.get()
}
