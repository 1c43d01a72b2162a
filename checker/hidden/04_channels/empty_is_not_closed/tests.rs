//! Hidden tests of `empty_is_not_closed`.

use std::cell::Cell;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use exercise::{Status, poll};
use harness::Blocker;

/// Each look at the clock takes a moment of the virtual time.
const A_FEW_LOOKS: Duration = Duration::from_micros(5);

/// A value that can be sent to another thread, but not cloned, compared, shown or shared.
struct Parcel {
    _contents: Cell<u32>,
}

/// A thread polls an empty channel whose sender is alive: `poll` returns.
#[schedules]
fn it_does_not_wait_for_values() {
    let (sender, receiver) = mpsc::channel::<Parcel>();
    let looked = Blocker::new("`poll` does not return while the channel is empty and a sender is alive");
    let released = looked.clone();
    thread::spawn(move || {
        poll(&receiver);
        released.release();
    });
    looked.wait();
    drop(sender);
}

/// The channel is empty and a sender is alive: no values, and the channel is open.
#[schedules]
fn an_empty_channel_is_open() {
    let (sender, receiver) = mpsc::channel::<u32>();
    let (values, status) = poll(&receiver);
    assert_eq!(values, [0; 0], "`poll` returned a value although none was sent");
    assert!(matches!(status, Status::Open), "`poll` returned `Closed` although a sender was alive");
    drop(sender);
}

/// Two values are there and a sender is alive: one call returns both, and that the channel is open.
#[schedules]
fn values_of_an_open_channel() {
    let (sender, receiver) = mpsc::channel();
    sender.send(1_u32).unwrap();
    sender.send(2_u32).unwrap();
    let (values, status) = poll(&receiver);
    assert_eq!(values, [1, 2], "the values 1 and 2 were in the channel, and `poll` did not return both, in this order");
    assert!(matches!(status, Status::Open), "`poll` returned `Closed` although a sender was alive");
    drop(sender);
}

/// Two values are there and no sender is left: one call returns both, and that the channel is closed. So does the next,
/// without values.
#[schedules]
fn values_of_a_closed_channel() {
    let (sender, receiver) = mpsc::channel();
    sender.send(1_u32).unwrap();
    sender.send(2_u32).unwrap();
    drop(sender);
    let (values, status) = poll(&receiver);
    assert_eq!(
        values,
        [1, 2],
        "the values 1 and 2 were in the channel, no sender was left, and `poll` did not return both, in this order"
    );
    assert!(
        matches!(status, Status::Closed),
        "`poll` returned the last values with `Open` although no sender was left"
    );
    let (values, status) = poll(&receiver);
    assert_eq!(values, [0; 0], "`poll` returned a value of an empty channel");
    assert!(matches!(status, Status::Closed), "`poll` of an empty channel returned `Open` although no sender was left");
}

/// A thread sends two values and ends, while another one polls until the channel is closed: it gets both.
#[schedules]
fn nothing_is_lost_while_a_sender_sends() {
    let (sender, receiver) = mpsc::channel();
    let other = thread::spawn(move || {
        sender.send(1_u32).unwrap();
        sender.send(2_u32).unwrap();
    });
    let (mut values, status) = poll(&receiver);
    other.join().unwrap();
    if matches!(status, Status::Open) {
        let (rest, status) = poll(&receiver);
        assert!(matches!(status, Status::Closed), "`poll` returned `Open` although no sender was left");
        values.extend(rest);
    }
    assert_eq!(
        values,
        [1, 2],
        "a thread sent the values 1 and 2, and `poll`, called until it said `Closed`, did not return both, in this order"
    );
}

/// One value is in the channel and a sender is alive: a thread takes it, and `poll` returns.
#[schedules]
fn it_does_not_wait_for_another_value() {
    let (sender, receiver) = mpsc::channel();
    sender.send(Parcel { _contents: Cell::new(1) }).ok();
    let looked = Blocker::new("`poll` has taken the one value, and does not return while a sender is alive");
    let released = looked.clone();
    thread::spawn(move || {
        poll(&receiver);
        released.release();
    });
    looked.wait();
    drop(sender);
}

/// Looking into a channel takes no time: neither if it is empty, nor if it is empty after one value.
#[schedules]
fn no_time_passes() {
    let (sender, receiver) = mpsc::channel::<u32>();
    let before = Instant::now();
    poll(&receiver);
    assert!(before.elapsed() < A_FEW_LOOKS, "`poll` waited for a while at an empty channel");
    sender.send(1).unwrap();
    poll(&receiver);
    assert!(before.elapsed() < A_FEW_LOOKS, "`poll` took the one value, and waited for a while for the next");
    drop(sender);
}

/// Many values are there: one call returns all of them.
#[schedules]
fn many_values_at_once() {
    let (sender, receiver) = mpsc::channel();
    (0..1000).for_each(|number| sender.send(number).unwrap());
    drop(sender);
    let (values, status) = poll(&receiver);
    let count = values.len();
    assert!(count == 1000, "1000 values were in the channel, and one call of `poll` returned {count}");
    assert!(values.is_sorted(), "`poll` returned 1000 values in another order than they were sent");
    assert!(
        matches!(status, Status::Closed),
        "`poll` returned the last values with `Open` although no sender was left"
    );
}
