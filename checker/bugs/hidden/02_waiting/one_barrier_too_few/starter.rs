// wrong: one thread writes what the other has not read yet

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

pub fn swap(own: &AtomicU32, other: &AtomicU32, meeting: &Barrier) {
    let value = other.load(SeqCst); //~ load
    own.store(value, SeqCst); //~ store
    meeting.wait();
}
