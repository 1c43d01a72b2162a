// right: both have read before one writes

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

pub fn swap(own: &AtomicU32, other: &AtomicU32, meeting: &Barrier) {
    let value = other.load(SeqCst);
    meeting.wait();
    own.store(value, SeqCst);
    meeting.wait();
}
