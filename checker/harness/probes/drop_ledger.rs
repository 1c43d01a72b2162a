//! Values whose drops are counted.

use crate::engine;
use crate::real_std::collections::BTreeMap;
use crate::real_std::sync::atomic::{AtomicUsize, Ordering};
use crate::real_std::sync::{Arc, Mutex};

use super::book;

/// Hands out values that cannot be cloned, and keeps account of their drops.
///
/// Catches values that are leaked, dropped twice, dropped too early or too late, and reads of a value that is no
/// longer there. Since an [`Item`] has neither `Clone` nor `Default`, code that needs one of them does not compile.
///
#[doc = concat!("```ignore\n", include_str!("../examples/drop_ledger/tests.rs"), "```")]
#[derive(Clone)]
pub struct DropLedger {
    number: Arc<Number>,
}

/// A value of a [`DropLedger`]; it has an id and nothing else.
///
/// It owns nothing, and finds its ledger by number: wrong code may drop it twice, or read it after its end, and is
/// told so by the ledger instead of destroying it.
pub struct Item {
    ledger: usize,
    id: usize,
}

/// How often an item was made and dropped.
#[derive(Clone, Copy, Default)]
struct Account {
    made: usize,
    dropped: usize,
}

/// A ledger's number. Its end closes the ledger.
struct Number(usize);

static LEDGERS: Mutex<BTreeMap<usize, BTreeMap<usize, Account>>> = Mutex::new(BTreeMap::new());

impl DropLedger {
    /// An empty ledger.
    #[expect(clippy::new_without_default, reason = "every ledger is another one")]
    pub fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(1);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        book(&LEDGERS).insert(number, BTreeMap::new());
        DropLedger { number: Arc::new(Number(number)) }
    }

    /// Makes the item with this id.
    pub fn item(&self, id: usize) -> Item {
        if let Some(accounts) = book(&LEDGERS).get_mut(&self.number.0) {
            accounts.entry(id).or_default().made += 1;
        }
        Item { ledger: self.number.0, id }
    }

    /// How often an item with this id was dropped.
    pub fn drops(&self, id: usize) -> usize {
        self.accounts().get(&id).map_or(0, |account| account.dropped)
    }

    /// How many items were made and not dropped yet.
    pub fn alive(&self) -> usize {
        self.accounts().values().map(|account| account.made.saturating_sub(account.dropped)).sum()
    }

    /// Whether each item made so far was dropped exactly once.
    pub fn all_dropped_once(&self) -> bool {
        self.accounts().values().all(|account| account.made == account.dropped)
    }

    /// Ends the test unless each item made so far was dropped exactly once. `what` names an item: "value".
    pub fn assert_each_dropped_once(&self, what: &str) {
        for (id, account) in self.accounts() {
            if account.dropped < account.made {
                engine::fail(format!("{what} {id} is never dropped"));
            }
            if account.dropped > account.made {
                let surplus = account.dropped - account.made;
                engine::fail(format!("{what} {id} is dropped {} times", surplus + 1));
            }
        }
    }

    fn accounts(&self) -> BTreeMap<usize, Account> {
        book(&LEDGERS).get(&self.number.0).cloned().unwrap_or_default()
    }
}

impl Item {
    /// The id it was made with. Ends the test if the item was dropped before.
    pub fn id(&self) -> usize {
        let account = book(&LEDGERS).get(&self.ledger).and_then(|accounts| accounts.get(&self.id)).copied();
        if account.is_some_and(|account| account.dropped >= account.made) {
            engine::fail(format!("value {} is read after it was dropped", self.id));
        }
        self.id
    }
}

impl Drop for Item {
    fn drop(&mut self) {
        if let Some(accounts) = book(&LEDGERS).get_mut(&self.ledger) {
            accounts.entry(self.id).or_default().dropped += 1;
        }
    }
}

impl Drop for Number {
    fn drop(&mut self) {
        book(&LEDGERS).remove(&self.0);
    }
}
