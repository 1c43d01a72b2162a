//! A ring buffer for one producer and one consumer.

use std::hint;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::Bare;

struct Ring {
    slots: [Bare; 2],
    head: AtomicUsize,
    tail: AtomicUsize,
    publish: Ordering,
}

impl Ring {
    fn push(&self, value: u32) -> bool {
        let tail = self.tail.load(Ordering::Relaxed);
        if tail - self.head.load(Ordering::Acquire) == self.slots.len() {
            return false;
        }
        self.slots[tail % self.slots.len()].write(value);
        self.tail.store(tail + 1, self.publish);
        true
    }

    fn pop(&self) -> Option<u32> {
        let head = self.head.load(Ordering::Relaxed);
        if self.tail.load(Ordering::Acquire) == head {
            return None;
        }
        let value = self.slots[head % self.slots.len()].read();
        self.head.store(head + 1, self.publish);
        Some(value)
    }
}

fn pass_on(publish: Ordering) {
    let slots = [Bare::new(0), Bare::new(0)];
    let ring = Arc::new(Ring { slots, head: AtomicUsize::new(0), tail: AtomicUsize::new(0), publish });
    let producer = {
        let ring = Arc::clone(&ring);
        thread::spawn(move || {
            for value in 1..=3 {
                while !ring.push(value) {
                    hint::spin_loop();
                }
            }
        })
    };
    for expected in 1..=3 {
        let value = loop {
            match ring.pop() {
                Some(value) => break value,
                None => hint::spin_loop(),
            }
        };
        assert_eq!(value, expected);
    }
    producer.join().unwrap();
}

pub(crate) fn wrong() {
    pass_on(Ordering::Relaxed);
}

pub(crate) fn right() {
    pass_on(Ordering::Release);
}
