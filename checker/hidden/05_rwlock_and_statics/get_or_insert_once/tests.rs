//! Hidden tests of `get_or_insert_once`.

use std::hash::{Hash, Hasher};
use std::sync::Arc;
use std::thread;

use exercise::Cache;
use harness::{Bomb, DropLedger, Item};

/// A key that can do no more than it must. Names of the same length have the same hash.
#[derive(PartialEq, Eq)]
struct Name(&'static str);

impl Hash for Name {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.len().hash(state);
    }
}

/// Counts calls, and is no step that a schedule would show.
fn counter() -> Bomb {
    Bomb::on_call(usize::MAX)
}

/// One thread: the first call for a key makes its value, the second gets the same one. Another key, which happens to have
/// the same hash, has a value of its own.
#[schedules]
fn the_second_call_gets_the_value_of_the_first() {
    let ledger = DropLedger::new();
    let cache: Cache<Name, Item> = Cache::new();
    let ann = cache.get_or_insert_with(Name("ann"), || ledger.item(1));
    assert_eq!(ann.id(), 1, "the first call for a key did not return what its `make` returned");
    let again = cache.get_or_insert_with(Name("ann"), || harness::fail("`make` was called for a key that has a value"));
    assert_eq!(again.id(), 1, "the second call for a key did not return the value of the first");
    assert!(Arc::ptr_eq(&ann, &again), "two calls for the same key returned an `Arc` to two different places");
    let bob = cache.get_or_insert_with(Name("bob"), || ledger.item(2));
    assert_eq!(bob.id(), 2, "the first call for another key did not return what its `make` returned");
    drop((ann, again, bob));
    assert_eq!(ledger.alive(), 2, "the cache did not keep the values that it returned");
    drop(cache);
    ledger.assert_each_dropped_once("value");
}

/// Two threads ask for the same new key: one of them makes the value, both get it.
#[schedules]
fn two_threads_ask_for_one_key() {
    let cache = Cache::new();
    let made = counter();
    let ask = |number: u32| {
        cache.get_or_insert_with("ann", || {
            made.tick();
            number
        })
    };
    let (one, two) = thread::scope(|scope| {
        let one = scope.spawn(|| ask(1));
        let two = ask(2);
        (one.join().unwrap(), two)
    });
    let later = ask(3);
    assert!(Arc::ptr_eq(&one, &two), "two threads asked for the same key and got two values: {one} and {two}");
    assert!(
        Arc::ptr_eq(&one, &later),
        "two threads got the value {one}, and a later call for the same key got {later}"
    );
    let made = made.calls();
    assert!(made == 1, "`make` was called {made} times for one key");
}

/// Two threads ask for two new keys: each gets its own value, and both are kept.
#[schedules]
fn two_threads_ask_for_two_keys() {
    let cache = Cache::new();
    let (ann, bob) = thread::scope(|scope| {
        let ann = scope.spawn(|| cache.get_or_insert_with("ann", || 1));
        let bob = cache.get_or_insert_with("bob", || 2);
        (ann.join().unwrap(), bob)
    });
    assert_eq!((*ann, *bob), (1, 2), "two threads asked for two keys: a thread did not get the value it made");
    for (name, value) in [("ann", &ann), ("bob", &bob)] {
        let kept = cache.get_or_insert_with(name, || 3);
        assert!(Arc::ptr_eq(&kept, value), "the value of a key got lost while another key was inserted");
    }
}

/// Three threads ask for the same new key: all get its value.
#[schedules]
fn three_threads_ask_for_one_key() {
    let cache = Cache::new();
    let ask = || *cache.get_or_insert_with("ann", || 1);
    thread::scope(|scope| {
        let others = [scope.spawn(ask), scope.spawn(ask)];
        let mine = ask();
        let [one, two] = others.map(|other| other.join().unwrap());
        assert_eq!(
            [one, two, mine],
            [1, 1, 1],
            "three threads asked for the same key, and got other values than its own"
        );
    });
}

/// A hundred keys: each keeps its value, and a later call drops its `make`.
#[schedules]
fn many_keys_keep_their_values() {
    let ledger = DropLedger::new();
    let cache = Cache::new();
    for key in 0..100 {
        cache.get_or_insert_with(key, || key);
    }
    for key in 0..100 {
        let captured = ledger.item(1);
        let kept = cache.get_or_insert_with(key, move || {
            drop(captured);
            harness::fail(format!("`make` was called a second time for key {} of 100", key + 1))
        });
        assert_eq!(*kept, key, "a hundred keys have values, and a later call returned another one than the key's");
        assert_eq!(ledger.alive(), 0, "a call for a key that has a value did not drop its `make`");
    }
}
