//! The last `Arc` drops the value, whichever thread has it: nobody needs to join. But it orders nothing else.

use std::sync::Arc;
use std::thread;

use super::Bare;

pub(crate) fn wrong() {
    let one = Arc::new(Bare::new(1));
    let other = Arc::clone(&one);
    let writer = thread::spawn(move || other.write(2));
    one.read();
    writer.join().unwrap();
}

pub(crate) fn right() {
    let one = Arc::new(Bare::new(1));
    let other = Arc::clone(&one);
    thread::spawn(move || other.read());
    one.read();
}
