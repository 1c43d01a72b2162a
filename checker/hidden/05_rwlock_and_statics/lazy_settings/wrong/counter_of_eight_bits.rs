// wrong: counts in eight bits
// finding: there_may_be_many_requests: wrong_result

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU8, Ordering::SeqCst};

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
    static COUNTER: AtomicU8 = AtomicU8::new(1);
    COUNTER.fetch_add(1, SeqCst).into()
}
