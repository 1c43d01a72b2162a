//! Hidden tests of `drop_the_original_sender`.

use std::sync::mpsc::Sender;

use exercise::fan_in;
use harness::{DropLedger, Item, Rendezvous, ThreadLedger};

/// Sends the values one after the other. If the receiver is gone, they are missing in the result.
fn sends<T: Send + 'static>(values: Vec<T>) -> Box<dyn FnOnce(Sender<T>) + Send> {
    Box::new(move |sender| {
        for value in values {
            sender.send(value).ok();
        }
    })
}

/// One producer sends 1 and 2, another 3: all three come back, and 1 before 2.
#[schedules]
fn every_value_arrives() {
    let values: Vec<u32> = fan_in(vec![sends(vec![1, 2]), sends(vec![3])]);
    let mut sorted = values.clone();
    sorted.sort();
    assert_eq!(sorted, [1, 2, 3], "`fan_in` does not return exactly what two producers sent");
    let of_the_first: Vec<u32> = values.into_iter().filter(|value| *value < 3).collect();
    assert_eq!(of_the_first, [1, 2], "`fan_in` returns the values of one producer in another order than it sent them");
}

/// A producer may send nothing at all.
#[schedules]
fn a_producer_may_send_nothing() {
    let values: Vec<u32> = fan_in(vec![sends(vec![]), sends(vec![1])]);
    assert_eq!(values, [1], "`fan_in` returns something else when one producer sends nothing and one sends 1");
}

/// Without producers nothing comes.
#[schedules]
fn there_may_be_no_producers() {
    let values: Vec<u32> = fan_in(vec![]);
    assert_eq!(values, [0; 0], "`fan_in` without producers returns a value");
}

/// Three producers that wait for each other all end, since they run at the same time.
#[schedules]
fn producers_run_at_the_same_time() {
    let all = Rendezvous::new(3, "`fan_in` does not run three producers at the same time");
    let producer = |value: u32| -> Box<dyn FnOnce(Sender<u32>) + Send> {
        let all = all.clone();
        Box::new(move |sender| {
            all.meet();
            sender.send(value).ok();
        })
    };
    let mut values: Vec<u32> = fan_in(vec![producer(1), producer(2), producer(3)]);
    values.sort();
    assert_eq!(
        values,
        [1, 2, 3],
        "`fan_in` does not return exactly what three producers sent that waited for each other"
    );
}

/// Each of two producers runs on a thread of its own, and not on the caller's.
#[schedules]
fn each_producer_has_its_own_thread() {
    let ledger = ThreadLedger::new();
    let producer = |value: u32| -> Box<dyn FnOnce(Sender<u32>) + Send> {
        let ledger = ledger.clone();
        Box::new(move |sender| {
            ledger.record();
            sender.send(value).ok();
        })
    };
    fan_in(vec![producer(1), producer(2)]);
    assert!(!ledger.on_creator(), "`fan_in` runs a producer on the thread that called it");
    assert_eq!(ledger.distinct(), 2, "`fan_in` does not run two producers on two threads");
}

/// Values are handed over, not copied: each is dropped once, by whoever called `fan_in`.
#[schedules]
fn values_are_handed_over() {
    let ledger = DropLedger::new();
    let values: Vec<Item> = fan_in(vec![sends(vec![ledger.item(1)]), sends(vec![ledger.item(2)])]);
    assert_eq!(ledger.alive(), 2, "`fan_in` has dropped a value that a producer sent");
    drop(values);
    ledger.assert_each_dropped_once("value");
}

/// A single producer runs on a thread of its own as well.
#[schedules]
fn a_single_producer_has_its_own_thread() {
    let ledger = ThreadLedger::new();
    let recorded = ledger.clone();
    let values: Vec<u32> = fan_in(vec![Box::new(move |sender| {
        recorded.record();
        sender.send(1).ok();
    })]);
    assert!(!ledger.on_creator(), "`fan_in` runs a single producer on the thread that called it");
    assert_eq!(values, [1], "`fan_in` does not return the value of a single producer");
}

/// One producer sends a hundred values: all come back, in their order.
#[schedules]
fn a_producer_may_send_many() {
    harness::few_schedules(1);
    let values: Vec<u32> = fan_in(vec![sends((0..100).collect())]);
    assert_eq!(values, (0..100).collect::<Vec<u32>>(), "`fan_in` does not return the 100 values of its only producer");
}

/// Twenty producers that wait for each other all end, since they run at the same time.
#[schedules]
fn many_producers_run_at_the_same_time() {
    harness::few_schedules(1);
    let all = Rendezvous::new(20, "`fan_in` does not run 20 producers at the same time");
    let producer = |value: u32| -> Box<dyn FnOnce(Sender<u32>) + Send> {
        let all = all.clone();
        Box::new(move |sender| {
            all.meet();
            sender.send(value).ok();
        })
    };
    let count = fan_in((0..20).map(producer).collect()).len();
    assert!(count == 20, "`fan_in` returns {count} values of 20 producers that each sent one");
}
