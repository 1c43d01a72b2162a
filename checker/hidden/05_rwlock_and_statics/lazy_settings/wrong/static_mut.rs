// wrong: a `static mut` needs `unsafe`, and two threads may change it at the same time
// finding: compile: unsafe_code

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
    static mut COUNTER: u32 = 0;
    unsafe {
        COUNTER += 1;
        COUNTER
    }
}
