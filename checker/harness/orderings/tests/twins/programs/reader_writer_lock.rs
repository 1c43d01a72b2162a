//! A lock for readers and writers, in one atomic.

use std::hint;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use super::Bare;

const WRITING: u32 = u32::MAX;

struct Lock {
    state: AtomicU32,
    read_unlock: Ordering,
    value: Bare,
}

impl Lock {
    fn read(&self) -> u32 {
        loop {
            let state = self.state.load(Ordering::Relaxed);
            let free = state != WRITING;
            if free && self.state.compare_exchange_weak(state, state + 1, Ordering::Acquire, Ordering::Relaxed).is_ok()
            {
                break;
            }
            hint::spin_loop();
        }
        let value = self.value.read();
        self.state.fetch_sub(1, self.read_unlock);
        value
    }

    fn write(&self, value: u32) {
        while self.state.compare_exchange(0, WRITING, Ordering::Acquire, Ordering::Relaxed).is_err() {
            hint::spin_loop();
        }
        self.value.write(value);
        self.state.store(0, Ordering::Release);
    }
}

fn read_and_write(read_unlock: Ordering) {
    let lock = Arc::new(Lock { state: AtomicU32::new(0), read_unlock, value: Bare::new(1) });
    let writer = {
        let lock = Arc::clone(&lock);
        thread::spawn(move || lock.write(2))
    };
    assert!([1, 2].contains(&lock.read()));
    writer.join().unwrap();
}

pub(crate) fn wrong() {
    read_and_write(Ordering::Relaxed);
}

pub(crate) fn right() {
    read_and_write(Ordering::Release);
}
