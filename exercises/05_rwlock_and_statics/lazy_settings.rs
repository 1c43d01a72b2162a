//! # Settings that are loaded once
//!
//! `Settings` loads a configuration when somebody asks for it the first time. The code below keeps it behind a mutex,
//! and since no reference can leave the lock, it leaks a new copy for everybody who asks. And the numbers of the
//! requests that it hands out are, strangely, all the same: the compiler has a warning about that. Repair both.
//!
//! Why it matters: nearly every program has something that exists once: a configuration, a table, a logger, a counter.
//! It has to be made by the first who needs it, whichever thread that is, and everybody else has to see it whole. A
//! flag that is looked at first and set later makes two of it; a `static mut` is undefined behaviour.
//!
//! ## What must hold
//!
//! - `Settings::new()` makes empty settings. It is a `const fn`, so that it can initialise a `static`.
//! - `settings.get(load)` returns the configuration. If there is none yet it calls `load`, and keeps what that returns.
//! - Everybody gets a reference to the same configuration, in the same place, for as long as the settings live.
//! - Any number of threads may call `get` at the same time. One `load` is called; who comes meanwhile waits for it.
//!   Once there is a configuration, no `load` is called any more.
//! - If `load` panics, its caller gets that panic, and the settings stay empty: the next call of `get`, or one that
//!   waits, calls its own `load`, as if nothing had happened.
//! - Two `Settings` have nothing to do with each other.
//! - `Settings::global()` returns the settings of the process, always the same ones. They are empty at the start.
//! - `next_request_id()` returns 1, then 2, then 3, and so on, each number once in the whole process, whichever threads
//!   call it, and when. There are far fewer requests than a `u32` can count.
//! - `load` does not use the settings.
//!
//! How all this is kept is up to you: the fields are private.
//!
//! Work at the `// TODO`s.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

/// What the program wants to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// How the service is called.
    pub name: String,
    /// How many threads it has.
    pub workers: u32,
}

/// A configuration that is loaded when it is first asked for.
pub struct Settings {
    // TODO: what holds a value that is written once, and then only read?
    config: Mutex<Option<Config>>,
}

impl Settings {
    /// Settings without a configuration.
    #[expect(clippy::new_without_default, reason = "nobody asks")]
    pub const fn new() -> Self {
        Settings { config: Mutex::new(None) }
    }

    /// The configuration, which is loaded now if it is not there yet.
    pub fn get(&self, load: impl FnOnce() -> Config) -> &Config {
        let mut config = self.config.lock().unwrap();
        let copy = config.get_or_insert_with(load).clone();
        Box::leak(Box::new(copy))
    }

    /// The settings of the process.
    pub fn global() -> &'static Settings {
        static GLOBAL: Settings = Settings::new();
        &GLOBAL
    }
}

/// The number of the next request.
pub fn next_request_id() -> u32 {
    // TODO: what is a `const`, and how often does it exist?
    const COUNTER: AtomicU32 = AtomicU32::new(0);
    COUNTER.fetch_add(1, Ordering::Relaxed) + 1
}
