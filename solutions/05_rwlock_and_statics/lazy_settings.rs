//! # Settings that are loaded once
//!
//! A value that is written once and then only read needs a lock only until it is written. `OnceLock` is that: whoever
//! comes first initialises it, all others wait, and from then on it hands out plain references.

use std::sync::OnceLock;
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
///
/// A `LazyLock` would do for a configuration that is always loaded in the same way: it holds the function as well. Here
/// each caller brings its own.
#[derive(Debug, Default)]
pub struct Settings {
    config: OnceLock<Config>,
}

impl Settings {
    /// Settings without a configuration.
    pub const fn new() -> Self {
        Settings { config: OnceLock::new() }
    }

    /// The configuration, which is loaded now if it is not there yet.
    pub fn get(&self, load: impl FnOnce() -> Config) -> &Config {
        // Looking, loading and storing in one call: `get` and then `set` would be two, and two threads would load. It
        // stays empty when `load` panics. `Once`, and a mutex, would be poisoned instead.
        self.config.get_or_init(load)
    }

    /// The settings of the process.
    pub fn global() -> &'static Settings {
        // In the function, because nobody else needs its name. It is one place all the same, for the whole process.
        static GLOBAL: Settings = Settings::new();
        &GLOBAL
    }
}

/// The number of the next request.
pub fn next_request_id() -> u32 {
    // A `static` is a place. A `const` is a value that is copied to each line that names it, and a `thread_local!` is a
    // place for each thread. `Relaxed` is enough: the numbers have to be different, and carry nothing else along.
    static COUNTER: AtomicU32 = AtomicU32::new(0);
    COUNTER.fetch_add(1, Ordering::Relaxed) + 1
}
