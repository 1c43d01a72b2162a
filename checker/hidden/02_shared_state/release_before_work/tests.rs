//! Hidden tests of `release_before_work`.

use std::cell::Cell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Mutex;
use std::thread;

use exercise::drain;

/// What is in the inbox. It cannot be cloned.
struct Order(u32);

/// What comes of an order. It cannot be cloned either.
struct Receipt(u32);

fn inbox(orders: &[u32]) -> Mutex<VecDeque<Order>> {
    Mutex::new(orders.iter().copied().map(Order).collect())
}

fn numbers(receipts: &[Receipt]) -> Vec<u32> {
    receipts.iter().map(|receipt| receipt.0).collect()
}

/// The numbers of all receipts, sorted.
fn sorted(receipts: Mutex<Vec<Receipt>>) -> Vec<u32> {
    let mut numbers = numbers(&receipts.into_inner().unwrap());
    numbers.sort();
    numbers
}

/// `f` locks the inbox and pushes a new item, which is worked on after those that are there already and leads to another.
#[schedules]
fn f_may_push_new_items() {
    let (inbox, out) = (inbox(&[1, 2]), Mutex::new(Vec::new()));
    drain(&inbox, &out, |order, inbox| {
        match order.0 {
            1 => inbox.lock().unwrap().push_back(Order(3)),
            3..6 => inbox.lock().unwrap().push_back(Order(order.0 + 1)),
            _ => {}
        }
        Receipt(order.0)
    });
    let left = inbox.into_inner().unwrap().len();
    assert!(left == 0, "`drain` returned although items that `f` had pushed were still in the inbox");
    assert_eq!(
        numbers(&out.into_inner().unwrap()),
        [1, 2, 3, 4, 5, 6],
        "the inbox held 1 and 2, `f` pushed 3, 4, 5 and 6, each while it worked on the one before: `out` does not have \
         the results in this order"
    );
}

/// `out` holds a result already. Items, results and `f` are such that they cannot go to another thread.
#[schedules]
fn everything_is_of_one_thread() {
    let calls = Cell::new(0);
    let (inbox, out) = (Mutex::new(VecDeque::from([Rc::new(1)])), Mutex::new(vec![Rc::new(0)]));
    drain(&inbox, &out, |item, _| {
        calls.set(calls.get() + 1);
        item
    });
    assert_eq!(calls.get(), 1, "`drain` did not call `f` once for the one item in the inbox");
    assert_eq!(
        out.into_inner().unwrap(),
        [Rc::new(0), Rc::new(1)],
        "`out` held 0, and the result of the one item is 1: `out` does not have the two in this order"
    );
}

/// `f` locks `out`, to look at the results so far.
#[schedules]
fn f_may_look_into_out() {
    let (inbox, out) = (inbox(&[1, 2]), Mutex::new(Vec::new()));
    drain(&inbox, &out, |order, _| {
        let earlier = out.lock().unwrap().len();
        assert!(earlier < 2, "`out` has {earlier} results while `f` works on one of only two items");
        Receipt(order.0)
    });
    assert_eq!(
        numbers(&out.into_inner().unwrap()),
        [1, 2],
        "the inbox held 1 and 2: `out` does not have their results in this order"
    );
}

/// An empty inbox: `f` is not called.
#[schedules]
fn the_inbox_may_be_empty() {
    let (inbox, out) = (inbox(&[]), Mutex::new(Vec::new()));
    drain(&inbox, &out, |order, _| Receipt(order.0));
    assert_eq!(numbers(&out.into_inner().unwrap()), [0; 0], "`drain` of an empty inbox put something into `out`");
}

/// Two threads drain the same inbox: each item is worked on once, also the one that `f` pushes.
#[schedules]
fn two_threads_drain_one_inbox() {
    let (inbox, out) = (inbox(&[1, 2]), Mutex::new(Vec::new()));
    let f = |order: Order, inbox: &Mutex<VecDeque<Order>>| {
        if order.0 == 1 {
            inbox.lock().unwrap().push_back(Order(3));
        }
        Receipt(order.0)
    };
    thread::scope(|scope| {
        scope.spawn(|| drain(&inbox, &out, f));
        drain(&inbox, &out, f);
    });
    assert_eq!(
        sorted(out),
        [1, 2, 3],
        "two threads drained an inbox with 1 and 2, `f` pushed 3: the results are not one for each item"
    );
}

/// While `f` works on an item, another thread calls `drain`, which takes the items that are left and returns.
#[schedules]
fn a_second_drain_does_not_wait_for_the_first() {
    let (inbox, out) = (inbox(&[1]), Mutex::new(Vec::new()));
    drain(&inbox, &out, |order, inbox| {
        if order.0 == 1 {
            inbox.lock().unwrap().push_back(Order(2));
            thread::scope(|scope| {
                scope.spawn(|| drain(inbox, &out, |order, _| Receipt(order.0)));
            });
        }
        Receipt(order.0)
    });
    assert_eq!(
        numbers(&out.into_inner().unwrap()),
        [2, 1],
        "while `f` worked on 1 it pushed 2, and another thread drained the inbox: `out` is not right"
    );
}

/// Another thread pushes an item while `drain` runs: what was in the inbox before is drained nevertheless.
#[schedules]
fn another_thread_pushes_meanwhile() {
    let (inbox, out) = (inbox(&[1]), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        scope.spawn(|| inbox.lock().unwrap().push_back(Order(2)));
        drain(&inbox, &out, |order, _| Receipt(order.0));
        let first = out.lock().unwrap().first().map(|receipt: &Receipt| receipt.0);
        assert_eq!(first, Some(1), "`drain` returned, but an item that was in the inbox before has no result in `out`");
    });
    // The other item may have come too late.
    drain(&inbox, &out, |order, _| Receipt(order.0));
    assert_eq!(
        sorted(out),
        [1, 2],
        "another thread pushed an item while `drain` ran, and the item or its result is lost"
    );
}
