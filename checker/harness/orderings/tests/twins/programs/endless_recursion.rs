//! A function that calls itself without end.

use std::hint::black_box;
use std::thread;

fn depth(of: u64, limit: u64) -> u64 {
    let frame = black_box([of; 64]);
    if of == limit { frame[0] } else { depth(of + 1, limit) + frame[1] - of }
}

pub(crate) fn wrong() {
    thread::spawn(|| depth(0, u64::MAX)).join().unwrap();
}

pub(crate) fn right() {
    assert_eq!(depth(0, 100), 100);
}
