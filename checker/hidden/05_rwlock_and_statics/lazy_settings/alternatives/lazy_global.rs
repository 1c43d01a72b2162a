// right: a LazyLock for the global settings, a mutex for the counter

use std::sync::{LazyLock, Mutex, OnceLock};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    pub name: String,
    pub workers: u32,
}

static GLOBAL: LazyLock<Settings> = LazyLock::new(Settings::new);
static LAST_ID: Mutex<u32> = Mutex::new(0);

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
        &GLOBAL
    }
}

pub fn next_request_id() -> u32 {
    let mut last = LAST_ID.lock().unwrap();
    *last += 1;
    *last
}
