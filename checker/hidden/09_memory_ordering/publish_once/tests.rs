//! Hidden tests of `publish_once`.

use std::sync::Arc;
use std::thread;

use exercise::Publish;
use harness::{DropLedger, RaceProbe};

/// One thread alone: an empty cell has no value, the first `set` stores one, the second gives its value back.
#[orderings]
fn the_first_value_stays() {
    let cell = Publish::new();
    assert_eq!(cell.get(), None, "`get` of an empty cell returned a value");
    assert_eq!(cell.set(1), Ok(()), "the first `set` failed");
    assert_eq!(cell.get(), Some(&1), "`get` after `set(1)` returned something else");
    assert_eq!(cell.set(2), Err(2), "`set(2)` on a full cell did not give the 2 back");
    assert_eq!(cell.get(), Some(&1), "`get` after `set(1)` and a failed `set(2)` returned something else");
}

/// One thread writes a value and publishes it, another reads it as soon as `get` returns it.
#[orderings]
fn a_published_value_arrives_whole() {
    let cell = Arc::new(Publish::new());
    let setter = {
        let cell = Arc::clone(&cell);
        thread::spawn(move || {
            let mut value = RaceProbe::new(0);
            value.write(7);
            assert!(cell.set(value).is_ok(), "the only `set` failed");
        })
    };
    if let Some(value) = cell.get() {
        assert_eq!(value.read(), 7, "`get` returned a value that is not complete");
    }
    setter.join().unwrap();
    let value = cell.get().map(RaceProbe::read);
    assert_eq!(value, Some(7), "`get` returned something else after `set` had finished");
}

/// A thread that was started reads the value as soon as `get` returns it; the one that has started it writes and
/// publishes it meanwhile.
#[orderings]
fn a_value_that_is_set_meanwhile_arrives_whole() {
    let cell = Arc::new(Publish::new());
    let reader = {
        let cell = Arc::clone(&cell);
        thread::spawn(move || cell.get().map(RaceProbe::read))
    };
    let mut value = RaceProbe::new(0);
    value.write(7);
    assert!(cell.set(value).is_ok(), "the only `set` failed");
    let seen = reader.join().unwrap();
    assert!(seen.is_none_or(|seen| seen == 7), "`get` returned a value that is not complete");
}

/// The value is there: two threads that read it at the same time both get it, also when one tries to set another one.
#[orderings]
fn two_readers_see_the_same_value() {
    let cell = Arc::new(Publish::new());
    assert!(cell.set(RaceProbe::new(7)).is_ok(), "the only `set` failed");
    let other = {
        let cell = Arc::clone(&cell);
        thread::spawn(move || {
            assert!(cell.set(RaceProbe::new(8)).is_err(), "a `set` succeeded after another one that had returned Ok");
            cell.get().map(RaceProbe::read)
        })
    };
    let mine = cell.get().map(RaceProbe::read);
    let values = [mine, other.join().unwrap()];
    assert_eq!(
        values,
        [Some(7); 2],
        "a `set` had returned Ok, and `get` returned something else to one of two readers"
    );
}

/// Two threads set at the same time: one wins, the other gets its own value back, and then looks for that of the winner.
#[orderings]
fn one_of_two_setters_wins() {
    let cell = Arc::new(Publish::new());
    let other = {
        let cell = Arc::clone(&cell);
        thread::spawn(move || cell.set(RaceProbe::new(1)).map_err(|value| value.read()))
    };
    let mine = cell.set(RaceProbe::new(2)).map_err(|value| value.read());
    if mine.is_err()
        && let Some(value) = cell.get()
    {
        assert_eq!(value.read(), 1, "`get` after a `set` that failed returned another value than the one that is kept");
    }
    let other = other.join().unwrap();
    let kept = cell.get().map(RaceProbe::read);
    match (other, mine) {
        (Ok(()), Err(2)) => assert_eq!(kept, Some(1), "the cell does not hold the value of the `set` that returned Ok"),
        (Err(1), Ok(())) => assert_eq!(kept, Some(2), "the cell does not hold the value of the `set` that returned Ok"),
        results => harness::fail(format!("`set(1)` and `set(2)` at the same time returned {results:?}")),
    }
}

/// A value that nobody may drop, because it was never made.
struct NeverMade;

impl Drop for NeverMade {
    fn drop(&mut self) {
        harness::fail("a cell was dropped that no `set` has filled, and it dropped a value");
    }
}

/// An empty cell is dropped: no value is dropped with it.
#[orderings]
fn an_empty_cell_drops_nothing() {
    let cell = Publish::<NeverMade>::new();
    assert!(cell.get().is_none(), "`get` of an empty cell returned a value");
}

/// Two threads set at the same time: both values are dropped once, the stored one together with the cell.
#[orderings]
fn each_value_is_dropped_once() {
    let ledger = DropLedger::new();
    let cell = Arc::new(Publish::new());
    let other = {
        let (cell, value) = (Arc::clone(&cell), ledger.item(1));
        thread::spawn(move || drop(cell.set(value)))
    };
    drop(cell.set(ledger.item(2)));
    other.join().unwrap();
    let kept = cell.get().map_or(0, |value| value.id());
    assert!(kept == 1 || kept == 2, "`get` returned nothing after two calls of `set` had finished");
    assert_eq!(ledger.drops(kept), 0, "the stored value was dropped before the cell");
    assert_eq!(ledger.drops(3 - kept), 1, "the value that was not stored was not dropped exactly once");
    drop(cell);
    assert_eq!(ledger.drops(kept), 1, "the stored value was not dropped exactly once when the cell was dropped");
}
