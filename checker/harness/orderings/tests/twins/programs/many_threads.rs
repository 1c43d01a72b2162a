//! Loom follows four threads besides the first.

use std::thread;

fn start(threads: usize) {
    for _ in 0..threads {
        thread::spawn(|| ()).join().unwrap();
    }
}

pub(crate) fn wrong() {
    start(5);
}

pub(crate) fn right() {
    start(4);
}
