//! Hidden tests of `copy_on_write_config`.

use std::rc::Rc;
use std::thread;

use exercise::Store;
use harness::{Bomb, DropLedger, Item};

/// A configuration that knows how often it was copied. Each copy is another item of the ledger.
struct Config {
    port: u32,
    /// Never goes off. It counts, and is no step that a schedule would show.
    copies: Bomb,
    ledger: DropLedger,
    _item: Item,
}

impl Config {
    fn new(port: u32) -> Self {
        let ledger = DropLedger::new();
        Config { port, copies: Bomb::on_call(usize::MAX), _item: ledger.item(0), ledger }
    }
}

impl Clone for Config {
    fn clone(&self) -> Self {
        self.copies.tick();
        Config {
            port: self.port,
            copies: self.copies.clone(),
            ledger: self.ledger.clone(),
            _item: self.ledger.item(self.copies.calls()),
        }
    }
}

/// Two snapshots without an update: nothing is copied.
#[schedules]
fn a_snapshot_copies_nothing() {
    let config = Config::new(80);
    let copies = config.copies.clone();
    let store = Store::new(config);
    let (one, other) = (store.snapshot(), store.snapshot());
    assert_eq!((one.port, other.port), (80, 80), "`snapshot()` did not return the configuration that `new` got");
    let copies = copies.calls();
    assert!(copies == 0, "taking two snapshots copied the configuration {copies} times");
}

/// A reader keeps a snapshot during an update: it sees the old configuration, everybody else the new one.
#[schedules]
fn a_snapshot_stays_as_it_is() {
    let store = Store::new(80);
    let before = store.snapshot();
    store.update(|port| *port += 1);
    assert_eq!(*before, 80, "`update` changed a snapshot that was taken before");
    assert_eq!(*store.snapshot(), 81, "`update` added 1 to 80: a snapshot taken after that does not have the change");
    store.update(|port| *port += 1);
    assert_eq!(*store.snapshot(), 82, "the second `update` added 1 to 81: it is not in the snapshot taken after it");
}

/// Two threads update at the same time while a reader has a snapshot: both changes count.
#[schedules]
fn no_update_gets_lost() {
    let store = Store::new(80);
    let _reader = store.snapshot();
    thread::scope(|scope| {
        scope.spawn(|| store.update(|port| *port += 1));
        store.update(|port| *port += 2);
    });
    assert_eq!(*store.snapshot(), 83, "an update was lost: two threads added 1 and 2 to 80");
}

/// A thread takes a snapshot while another one updates: it sees the configuration before or after, and it stays.
#[schedules]
fn a_snapshot_during_an_update() {
    let store = Store::new((80, 80));
    thread::scope(|scope| {
        scope.spawn(|| {
            store.update(|ports| {
                ports.0 += 1;
                thread::yield_now();
                ports.1 += 1;
            });
        });
        let snapshot = store.snapshot();
        let seen = *snapshot;
        thread::yield_now();
        assert!(seen.0 == seen.1, "a snapshot has half of an update: {seen:?}");
        assert_eq!(*snapshot, seen, "a snapshot changed while a thread had it");
    });
    assert_eq!(*store.snapshot(), (81, 81), "an update was lost while another thread took a snapshot");
}

/// Nobody has a snapshot: `update` changes the configuration in its place.
#[schedules]
fn an_update_without_readers_copies_nothing() {
    let config = Config::new(80);
    let copies = config.copies.clone();
    let store = Store::new(config);
    store.update(|config| config.port += 1);
    drop(store.snapshot());
    store.update(|config| config.port += 1);
    assert_eq!(store.snapshot().port, 82, "two updates added 1 to 80 each: the snapshot taken after them is wrong");
    let copies = copies.calls();
    assert!(copies == 0, "nobody had a snapshot, and two updates copied the configuration {copies} times");
}

/// Two readers keep the same snapshot: one copy serves all the updates that follow.
#[schedules]
fn an_update_with_readers_copies_once() {
    let config = Config::new(80);
    let copies = config.copies.clone();
    let store = Store::new(config);
    let _readers = (store.snapshot(), store.snapshot());
    store.update(|config| config.port += 1);
    store.update(|config| config.port += 1);
    let copies = copies.calls();
    assert!(copies == 1, "two readers kept one old snapshot: two updates copied the configuration {copies} times");
}

/// The store does not keep what nobody can see any more.
#[schedules]
fn an_old_configuration_is_dropped() {
    let config = Config::new(80);
    let ledger = config.ledger.clone();
    let store = Store::new(config);
    let old = store.snapshot();
    store.update(|config| config.port += 1);
    drop(old);
    let alive = ledger.alive();
    assert!(alive == 1, "the last snapshot of an old configuration is gone, and {alive} configurations are kept");
    drop(store);
    assert!(ledger.alive() == 0, "the store is gone, and a configuration is kept");
}

/// The configuration borrows, and no other thread may have it. What `f` has taken it may give away.
#[schedules]
fn any_configuration_will_do() {
    let (old, new) = (String::from("old"), Rc::from("new"));
    let store = Store::new((Rc::from(&*old), &*old));
    store.update(move |config: &mut (Rc<str>, &str)| config.0 = new);
    let seen = store.snapshot();
    assert_eq!((&*seen.0, seen.1), ("new", "old"), "`update` put \"new\" in the first of two places with \"old\"");
}
