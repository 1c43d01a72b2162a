//! Hidden tests of `park_and_unpark`.

use std::cell::Cell;
use std::thread;

use exercise::{Receiver1, mailbox};
use harness::{DropLedger, Item};

/// A thread that takes the item, and says which one it got.
fn taker(receiver: Receiver1<Item>) -> thread::JoinHandle<usize> {
    thread::spawn(move || receiver.take().id())
}

/// One thread takes, another puts: `take` returns the value, whoever comes first.
#[schedules]
fn a_value_arrives() {
    let items = DropLedger::new();
    let (sender, receiver) = mailbox::<Item>();
    let taker = taker(receiver);
    sender.put(items.item(1));
    assert_eq!(taker.join().unwrap(), 1, "`take` did not return the value that `put` was given");
    items.assert_each_dropped_once("value");
}

/// The value is there before `take` is called, on the same thread.
#[schedules]
fn a_value_waits_for_the_receiver() {
    let items = DropLedger::new();
    let (sender, receiver) = mailbox::<Item>();
    sender.put(items.item(1));
    assert_eq!(receiver.take().id(), 1, "`take` did not return the value that was put before");
    items.assert_each_dropped_once("value");
}

/// A mailbox is made on one thread; another receives and hands the receiver on to a third, which takes.
#[schedules]
fn the_receiver_may_move() {
    let items = DropLedger::new();
    let (sender, receiver) = mailbox::<Item>();
    let first = thread::spawn(move || taker(receiver));
    sender.put(items.item(1));
    let taker = first.join().unwrap();
    assert_eq!(taker.join().unwrap(), 1, "`take` did not return the value that `put` was given");
}

/// Somebody has unparked the thread before it calls `take`: `take` returns the value all the same.
#[schedules]
fn an_old_token_is_no_value() {
    let items = DropLedger::new();
    let (sender, receiver) = mailbox::<Item>();
    let taker = thread::spawn(move || {
        thread::current().unpark();
        receiver.take().id()
    });
    sender.put(items.item(1));
    assert_eq!(taker.join().unwrap(), 1, "`take` did not return the value that `put` was given");
}

/// Somebody unparks the thread while it is in `take`, and it may have slept already: `take` returns the value.
#[schedules]
fn an_unpark_of_somebody_else_is_no_value() {
    let items = DropLedger::new();
    let (sender, receiver) = mailbox::<Item>();
    let taker = taker(receiver);
    taker.thread().unpark();
    sender.put(items.item(1));
    assert_eq!(taker.join().unwrap(), 1, "`take` did not return the value that `put` was given");
}

/// A value that nobody takes: it is dropped once, with the mailbox.
#[schedules]
fn a_value_that_nobody_takes_is_dropped() {
    let items = DropLedger::new();
    let (sender, receiver) = mailbox::<Item>();
    sender.put(items.item(1));
    drop(receiver);
    items.assert_each_dropped_once("value");
}

/// The receiver has gone when a value is put in: `put` does not mind, and the value is dropped once.
#[schedules]
fn nobody_is_there_to_take() {
    let items = DropLedger::new();
    let (sender, receiver) = mailbox::<Item>();
    drop(receiver);
    sender.put(items.item(1));
    items.assert_each_dropped_once("value");
}

/// The value borrows, and threads may hand it on, but not share it.
#[schedules]
fn a_value_need_not_be_sync() {
    let letter = String::from("letter");
    let (sender, receiver) = mailbox::<Cell<&String>>();
    let taken = thread::scope(|scope| {
        let taker = scope.spawn(move || receiver.take().get());
        sender.put(Cell::new(&letter));
        taker.join().unwrap()
    });
    assert_eq!(taken, "letter", "`take` did not return the value that `put` was given");
}

/// As long as nothing is put in, a thread in `take` does nothing at all.
#[schedules]
fn a_waiting_thread_sleeps() {
    let items = DropLedger::new();
    let (sender, receiver) = mailbox::<Item>();
    let taker = taker(receiver);
    harness::settle("`take` spins: it looks again and again whether the value is there, instead of sleeping");
    sender.put(items.item(1));
    taker.join().unwrap();
}
