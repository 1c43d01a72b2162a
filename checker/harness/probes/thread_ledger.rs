//! Which threads ran something.

use crate::engine;
use crate::real_std::collections::BTreeMap;
use crate::real_std::sync::{Arc, Mutex};

use super::book;

/// Remembers which threads came by.
///
/// Catches work that runs on the caller's thread instead of a new one, more or fewer threads than promised, and
/// threads without the name they should have.
///
#[doc = concat!("```ignore\n", include_str!("../examples/thread_ledger/tests.rs"), "```")]
#[derive(Clone)]
pub struct ThreadLedger {
    creator: usize,
    seen: Arc<Mutex<BTreeMap<usize, String>>>,
}

impl ThreadLedger {
    /// An empty ledger, which remembers the thread that makes it.
    #[expect(clippy::new_without_default, reason = "it remembers who made it")]
    pub fn new() -> Self {
        ThreadLedger { creator: engine::current_thread(), seen: Arc::default() }
    }

    /// Notes the thread that calls this.
    pub fn record(&self) {
        let name = std::thread::current().name().unwrap_or_default().to_owned();
        book(&self.seen).insert(engine::current_thread(), name);
    }

    /// Whether the thread that made the ledger was among those noted.
    pub fn on_creator(&self) -> bool {
        book(&self.seen).contains_key(&self.creator)
    }

    /// How many different threads were noted.
    pub fn distinct(&self) -> usize {
        book(&self.seen).len()
    }

    /// The names of the threads noted, sorted; a thread without a name has an empty one.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = book(&self.seen).values().cloned().collect();
        names.sort();
        names
    }
}
