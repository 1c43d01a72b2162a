//! Hidden tests of `one_condvar_two_crowds`.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use exercise::Buffer;

/// A value that can be moved and looked at, and nothing else.
struct Parcel(u32);

/// The model shows what is in a buffer of numbers.
type Numbers = Arc<Buffer<u32>>;

fn buffer(cap: usize) -> Numbers {
    Arc::new(Buffer::new(cap))
}

/// A thread that takes one number out, and says which.
fn taker(buffer: &Numbers) -> JoinHandle<u32> {
    let buffer = Arc::clone(buffer);
    thread::spawn(move || buffer.take())
}

/// A thread that puts a number in.
fn putter(buffer: &Numbers, number: u32) -> JoinHandle<()> {
    let buffer = Arc::clone(buffer);
    thread::spawn(move || buffer.put(number))
}

/// One thread, room for two: values come out in the order in which they were put in.
#[schedules]
fn first_in_first_out() {
    let buffer = Buffer::new(2);
    buffer.put(Parcel(1));
    buffer.put(Parcel(2));
    let first = buffer.take().0;
    buffer.put(Parcel(3));
    let taken = [first, buffer.take().0, buffer.take().0];
    assert_eq!(taken, [1, 2, 3], "`take` did not return the values 1, 2 and 3 in the order in which they were put in");
}

/// Room for one value. Two threads take a value each, a third puts two in, one by one: nobody sleeps for ever.
#[schedules]
fn two_takers_and_two_values() {
    let buffer = buffer(1);
    let takers = [taker(&buffer), taker(&buffer)];
    buffer.put(1);
    buffer.put(2);
    let mut taken = takers.map(|taker| taker.join().unwrap());
    taken.sort();
    assert_eq!(taken, [1, 2], "the two threads that take did not get the values 1 and 2");
}

/// Room for one value. Two threads put a value in each, a third takes two out, one by one: nobody sleeps for ever.
#[schedules]
fn two_putters_and_two_values() {
    let buffer = buffer(1);
    let putters = [putter(&buffer, 1), putter(&buffer, 2)];
    let mut taken = [buffer.take(), buffer.take()];
    for putter in putters {
        putter.join().unwrap();
    }
    taken.sort();
    assert_eq!(taken, [1, 2], "the values 1 and 2 were put in, and others came out");
}

/// Room for two values. Two threads wait for one each, both values come before the first of them runs: both get one.
#[schedules]
fn two_values_at_once_wake_two() {
    let buffer = buffer(2);
    let takers = [taker(&buffer), taker(&buffer)];
    buffer.put(1);
    buffer.put(2);
    for taker in takers {
        taker.join().unwrap();
    }
}

/// Room for two values, and both are taken. Two threads wait for room, both places come free at once: both get one.
#[schedules]
fn two_places_at_once_wake_two() {
    let buffer = buffer(2);
    buffer.put(1);
    buffer.put(2);
    let putters = [putter(&buffer, 3), putter(&buffer, 4)];
    buffer.take();
    buffer.take();
    for putter in putters {
        putter.join().unwrap();
    }
}

/// Room for three values, and they are taken. A thread that puts a fourth one in, and may wake up unasked, waits for `take`.
#[schedules]
fn a_full_buffer_takes_no_more() {
    let buffer = buffer(3);
    let take_was_called = Arc::new(AtomicBool::new(false));
    (1..=3).for_each(|number| buffer.put(number));
    let putter = {
        let (buffer, take_was_called) = (Arc::clone(&buffer), Arc::clone(&take_was_called));
        thread::spawn(move || {
            buffer.put(4);
            assert!(
                take_was_called.load(Ordering::SeqCst),
                "`put` returned with a value too many in the buffer: it has room for 3, and nobody has called `take`"
            );
        })
    };
    take_was_called.store(true, Ordering::SeqCst);
    buffer.take();
    putter.join().unwrap();
}

/// As long as nothing can be put in or taken out, the threads that want to do nothing at all.
#[schedules]
fn waiting_threads_sleep() {
    let (full, empty) = (buffer(1), buffer(1));
    full.put(1);
    let (putter, taker) = (putter(&full, 2), taker(&empty));
    harness::settle("a thread that waits in `put` or `take` spins: it looks again and again, instead of sleeping");
    full.take();
    empty.put(3);
    putter.join().unwrap();
    taker.join().unwrap();
}

/// Room for one value. Four threads wait for one each, a fifth puts four in, one by one: nobody sleeps for ever.
#[schedules]
fn four_takers_and_four_values() {
    let buffer = buffer(1);
    let takers = [(); 4].map(|()| taker(&buffer));
    harness::settle("a thread that waits in `take` spins: it looks again and again, instead of sleeping");
    for value in 1..=4 {
        buffer.put(value);
    }
    for taker in takers {
        taker.join().unwrap();
    }
}
