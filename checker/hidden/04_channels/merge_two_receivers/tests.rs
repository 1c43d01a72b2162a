//! Hidden tests of `merge_two_receivers`.

use std::sync::mpsc::{self, Receiver};
use std::thread;

use exercise::sum_until_stop;
use harness::{Blocker, settle};

/// The sum, added up on a thread of its own. The sentence is said if it never comes.
fn sum(data: Receiver<u64>, stop: Receiver<()>, if_it_never_comes: &str) -> u64 {
    let returned = Blocker::new(if_it_never_comes);
    let release = returned.clone();
    let adding = thread::spawn(move || {
        let sum = sum_until_stop(data, stop);
        release.release();
        sum
    });
    returned.wait();
    adding.join().unwrap()
}

/// Data comes and ends, a stop could still come: the sum of everything is returned.
#[schedules]
fn all_data_is_added_up() {
    let (values, data) = mpsc::channel();
    let (stopper, stop) = mpsc::channel();
    values.send(1).unwrap();
    values.send(2).unwrap();
    drop(values);
    let sum = sum(data, stop, "the data has ended, and `sum_until_stop` does not return");
    assert_eq!(sum, 3, "the values 1 and 2 came, then the data ended, and `sum_until_stop` did not return their sum");
    drop(stopper);
}

/// No value comes, though some still could, and a stop comes: the sum is returned.
#[schedules]
fn a_stop_is_heard_while_no_data_comes() {
    let (values, data) = mpsc::channel();
    let (stopper, stop) = mpsc::channel();
    stopper.send(()).unwrap();
    let sum = sum(data, stop, "the stop has come, and `sum_until_stop` does not return while no data comes");
    assert_eq!(sum, 0, "no value came, and `sum_until_stop` did not return 0");
    drop(values);
}

/// A thread sends 1 and 2 while the stop comes: the result is one of the sums 0, 1 and 3.
#[schedules]
fn the_result_is_a_sum_of_the_first_values() {
    let (values, data) = mpsc::channel();
    let (stopper, stop) = mpsc::channel();
    thread::spawn(move || {
        values.send(1).ok();
        values.send(2).ok();
    });
    stopper.send(()).unwrap();
    let sum = sum_until_stop(data, stop);
    assert!(
        [0, 1, 3].contains(&sum),
        "the value 1 came and then 2, and `sum_until_stop` returned {sum}: no sum of the first few of them"
    );
}

/// The sender of the stop is dropped without a message: both values that come count.
#[schedules]
fn a_dropped_stop_sender_is_no_stop() {
    let (values, data) = mpsc::channel();
    let (stopper, stop) = mpsc::channel();
    drop(stopper);
    values.send(1).unwrap();
    values.send(2).unwrap();
    drop(values);
    let sum = sum_until_stop(data, stop);
    assert_eq!(
        sum, 3,
        "the sender of the stop was dropped without a message, the values 1 and 2 came, and the sum is another one"
    );
}

/// Neither data nor a stop comes: all threads wait. Then a value comes and a stop.
#[schedules]
fn it_waits_while_nothing_comes() {
    let (values, data) = mpsc::channel();
    let (stopper, stop) = mpsc::channel();
    let adding = thread::spawn(move || sum_until_stop(data, stop));
    settle("`sum_until_stop` looks again and again instead of waiting while neither data nor a stop comes");
    values.send(1).unwrap();
    settle("`sum_until_stop` looks again and again instead of waiting while neither data nor a stop comes");
    stopper.send(()).unwrap();
    let sum = adding.join().unwrap();
    assert_eq!(sum, 1, "the value 1 came, long after that the stop, and `sum_until_stop` did not return 1");
}

/// The sender of the stop is dropped without a message, and no value comes: all threads wait. Then a value comes, and the
/// data ends.
#[schedules]
fn it_waits_when_no_stop_can_come() {
    let (values, data) = mpsc::channel();
    let (stopper, stop) = mpsc::channel();
    drop(stopper);
    let adding = thread::spawn(move || sum_until_stop(data, stop));
    settle("`sum_until_stop` looks again and again instead of waiting for data when the sender of the stop is gone");
    values.send(1).ok();
    drop(values);
    let sum = adding.join().unwrap();
    assert_eq!(
        sum, 1,
        "the sender of the stop was dropped without a message, long after that the value 1 came, and the sum is another one"
    );
}

/// The values 0 and 2 come, and the data ends: both count.
#[schedules]
fn a_value_may_be_zero() {
    let (values, data) = mpsc::channel();
    let (stopper, stop) = mpsc::channel();
    values.send(0).unwrap();
    values.send(2).unwrap();
    drop(values);
    let sum = sum_until_stop(data, stop);
    assert_eq!(sum, 2, "the values 0 and 2 came, then the data ended, and `sum_until_stop` did not return their sum");
    drop(stopper);
}

/// A hundred large values come, and the data ends: all count.
#[schedules]
fn many_large_values() {
    harness::few_schedules(1);
    let (values, data) = mpsc::channel();
    let (stopper, stop) = mpsc::channel();
    (0..100).for_each(|_| values.send(1 << 40).unwrap());
    drop(values);
    let sum = sum_until_stop(data, stop);
    assert_eq!(sum, 100 << 40, "a hundred times 2 to the 40th came, then the data ended, and the sum is another one");
    drop(stopper);
}

/// A second call: its sum is its own.
#[schedules]
fn a_second_call_adds_anew() {
    harness::few_schedules(20);
    for _ in 0..2 {
        let (values, data) = mpsc::channel();
        let (stopper, stop) = mpsc::channel();
        values.send(1).unwrap();
        drop((values, stopper));
        let sum = sum_until_stop(data, stop);
        assert_eq!(sum, 1, "the value 1 came, then the data ended, and a call of `sum_until_stop` did not return 1");
    }
}
