//! Hidden tests of `readers_overlap`.

use std::hash::{Hash, Hasher};
use std::thread;

use exercise::Directory;
use harness::{DropLedger, Item, Rendezvous};

/// A key that can do no more than it must. Names of the same length have the same hash.
#[derive(PartialEq, Eq)]
struct Name(&'static str);

impl Hash for Name {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.len().hash(state);
    }
}

/// One thread: `lookup` returns what its closure returns, `insert` gives back the value that was there. A key that
/// happens to have the same hash is another one.
#[schedules]
fn what_was_inserted_is_found() {
    let ledger = DropLedger::new();
    let directory: Directory<Name, Item> = Directory::new();
    let missing = directory.lookup(&Name("ann"), |_| harness::fail("`lookup` of a key without a value called `f`"));
    assert!(missing.is_none(), "`lookup` of a key without a value did not return `None`");
    let id = |name| directory.lookup(&Name(name), |value| value.id());
    let insert = |name, id| directory.insert(Name(name), ledger.item(id)).map(|old| old.id());
    assert_eq!(insert("ann", 1), None, "the first `insert` for a key did not return `None`");
    assert_eq!(insert("bob", 2), None, "the first `insert` for a key did not return `None`");
    assert_eq!(id("ann"), Some(1), "`lookup` did not return what its closure returned for the inserted value");
    assert_eq!(insert("ann", 3), Some(1), "the second `insert` for a key did not return the first value");
    assert_eq!(id("ann"), Some(3), "after a second `insert` for a key `lookup` did not find the second value");
    assert_eq!(id("bob"), Some(2), "a value was changed by an `insert` for another key");
    drop(directory);
    ledger.assert_each_dropped_once("value");
}

/// Two threads look at the value of the same key at the same time: none keeps the other out.
#[schedules]
fn two_lookups_of_one_key_at_the_same_time() {
    let inside = Rendezvous::new(2, "two lookups are never inside `f` at the same time");
    let directory = Directory::new();
    directory.insert("ann", 1);
    let look = || {
        let found = directory.lookup(&"ann", |value| {
            inside.meet();
            *value
        });
        if found != Some(1) {
            harness::fail("`lookup` did not find the value while another thread looked at it");
        }
    };
    thread::scope(|scope| {
        scope.spawn(look);
        look();
    });
}

/// A thread looks at a value while another one replaces it: it sees the old value or the new one.
#[schedules]
fn a_lookup_while_the_value_is_replaced() {
    let directory = Directory::new();
    directory.insert("ann", 1);
    thread::scope(|scope| {
        scope.spawn(|| {
            let old = directory.insert("ann", 2);
            assert_eq!(old, Some(1), "`insert` replaced 1 by 2 beside a lookup, and did not return the 1");
        });
        let seen = directory.lookup(&"ann", |value| {
            thread::yield_now();
            *value
        });
        assert!(seen.is_some(), "`lookup` did not find a key whose value was being replaced");
        assert!(seen <= Some(2), "`lookup` found a value that nobody inserted");
    });
    assert_eq!(directory.lookup(&"ann", |value| *value), Some(2), "the value of the only other `insert` is gone");
}

/// A thread looks at a value while another one inserts for a different key: it finds it.
#[schedules]
fn a_lookup_while_another_key_is_inserted() {
    let directory = Directory::new();
    directory.insert("ann", 1);
    thread::scope(|scope| {
        scope.spawn(|| directory.insert("bob", 2));
        let seen = directory.lookup(&"ann", |value| {
            thread::yield_now();
            *value
        });
        assert_eq!(seen, Some(1), "`lookup` did not find the value while another key was inserted");
    });
    let both = ["ann", "bob"].map(|name| directory.lookup(&name, |value| *value));
    assert_eq!(both, [Some(1), Some(2)], "`insert` for a new key beside a `lookup`: later the values are wrong");
}

/// Two threads insert for the same new key: one of them gets the value of the other back.
#[schedules]
fn two_inserts_for_one_key() {
    let directory = Directory::new();
    let (one, two) = thread::scope(|scope| {
        let one = scope.spawn(|| directory.insert("ann", 1));
        let two = directory.insert("ann", 2);
        (one.join().unwrap(), two)
    });
    let left = directory.lookup(&"ann", |value| *value);
    let right = [(None, Some(1), Some(2)), (Some(2), None, Some(1))].contains(&(one, two, left));
    assert!(
        right,
        "`insert` of 1 returned {one:?}, `insert` of 2 for the same new key returned {two:?}, and then `lookup` found \
         {left:?}: no order of the two gives that",
    );
}

/// Three threads look at the value of the same key at the same time: none keeps another out.
#[schedules]
fn three_lookups_of_one_key_at_the_same_time() {
    let inside = Rendezvous::new(3, "three lookups are never inside `f` at the same time");
    let directory = Directory::new();
    directory.insert("ann", 1);
    let look = || directory.lookup(&"ann", |_| inside.meet());
    thread::scope(|scope| {
        scope.spawn(look);
        scope.spawn(look);
        look();
    });
}

/// Ten threads look at the value of the same key at the same time: none keeps another out.
#[schedules]
fn ten_lookups_of_one_key_at_the_same_time() {
    harness::few_schedules(1);
    let inside = Rendezvous::new(10, "ten lookups are never inside `f` at the same time");
    let directory = Directory::new();
    directory.insert("ann", 1);
    let look = || directory.lookup(&"ann", |_| inside.meet());
    thread::scope(|scope| {
        for _ in 0..9 {
            scope.spawn(look);
        }
        look();
    });
}
