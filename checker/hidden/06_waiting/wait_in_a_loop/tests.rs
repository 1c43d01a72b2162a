//! Hidden tests of `wait_in_a_loop`.

use std::sync::Arc;
use std::thread::{self, JoinHandle};

use exercise::Gate;

/// A thread that waits at the gate and returns what `wait` said.
fn waiter(gate: &Arc<Gate>) -> JoinHandle<u32> {
    let gate = Arc::clone(gate);
    thread::spawn(move || gate.wait())
}

/// One thread waits, and may wake up unasked; another calls `open(7)`. `wait` returns 7, whatever the order of steps.
#[schedules]
fn wait_returns_after_the_opening() {
    let gate = Arc::new(Gate::new());
    let waiter = waiter(&gate);
    gate.open(7);
    let number = waiter.join().unwrap();
    assert_eq!(number, 7, "a thread went through the gate without the number of the opening, which is 7");
}

/// Two threads wait: one `open` lets both through, with the same number.
#[schedules]
fn one_opening_is_enough_for_all() {
    let gate = Arc::new(Gate::new());
    let waiters = [waiter(&gate), waiter(&gate)];
    gate.open(7);
    let numbers = waiters.map(|waiter| waiter.join().unwrap());
    assert_eq!(numbers, [7, 7], "`wait` did not return 7 to both threads that waited for `open(7)`");
}

/// One thread opens a gate, and waits at it twice. Opening it once more changes nothing.
#[schedules]
fn an_open_gate_stays_open() {
    let gate = Gate::new();
    gate.open(3);
    assert_eq!(gate.wait(), 3, "`wait` did not return 3 although `open(3)` was called before");
    assert_eq!(gate.wait(), 3, "the second `wait` at an open gate did not return what the first one did");
    gate.open(4);
    assert_eq!(gate.wait(), 3, "`open(4)` changed the number of a gate that was open with the number 3");
}

/// The smallest number there is, and the largest, are numbers like all others. Each gate has its own.
#[schedules]
fn any_number_will_do() {
    let (first, second) = (Gate::new(), Gate::new());
    first.open(0);
    first.open(5);
    assert_eq!(first.wait(), 0, "`open(0)` opened the gate, and after `open(5)` `wait` did not return 0");
    second.open(u32::MAX);
    second.open(6);
    assert_eq!(
        second.wait(),
        u32::MAX,
        "`open(u32::MAX)` opened the gate, and after `open(6)` `wait` did not return that"
    );
}

/// Two threads open the gate at the same time, a third waits, and later looks once more: the number stays the same.
#[schedules]
fn two_threads_may_open() {
    let gate = Arc::new(Gate::new());
    let opener = {
        let gate = Arc::clone(&gate);
        thread::spawn(move || gate.open(1))
    };
    let waiter = waiter(&gate);
    gate.open(2);
    opener.join().unwrap();
    let (first, then) = (waiter.join().unwrap(), gate.wait());
    assert!([1, 2].contains(&first), "`wait` returned {first} after `open(1)` and `open(2)`");
    assert_eq!(then, first, "`wait` returned another number than an earlier `wait` at the same gate");
}

/// As long as nobody opens the gate, a thread that waits at it does nothing at all.
#[schedules]
fn a_waiting_thread_sleeps() {
    let gate = Arc::new(Gate::new());
    let waiter = waiter(&gate);
    harness::settle("`wait` spins: it looks again and again whether the gate is open, instead of sleeping");
    gate.open(7);
    waiter.join().unwrap();
}
