//! Peterson's lock where the turn is swapped: then nothing has to be SeqCst, but the swap must acquire and release.

use std::hint;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use super::Bare;

struct Peterson {
    wants: [AtomicBool; 2],
    turn: AtomicUsize,
    value: Bare,
}

fn add_one(lock: &Peterson, this: usize, swap: Ordering) {
    let (store, load) = (Ordering::Release, Ordering::Acquire);
    let other = 1 - this;
    lock.wants[this].store(true, store);
    lock.turn.swap(other, swap);
    while lock.wants[other].load(load) && lock.turn.load(load) == other {
        hint::spin_loop();
    }
    lock.value.write(lock.value.read() + 1);
    lock.wants[this].store(false, store);
}

fn contend(swap: Ordering) {
    let wants = [AtomicBool::new(false), AtomicBool::new(false)];
    let lock = Arc::new(Peterson { wants, turn: AtomicUsize::new(0), value: Bare::new(0) });
    let other = {
        let lock = Arc::clone(&lock);
        thread::spawn(move || add_one(&lock, 0, swap))
    };
    add_one(&lock, 1, swap);
    other.join().unwrap();
    assert_eq!(lock.value.read(), 2);
}

pub(crate) fn wrong() {
    contend(Ordering::Relaxed);
}

pub(crate) fn right() {
    contend(Ordering::AcqRel);
}
