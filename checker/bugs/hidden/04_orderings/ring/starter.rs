// wrong: says that a slot is full before its value can be seen

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicUsize, Ordering};

const ROOM: usize = 2;

/// A ring for one producer and one consumer.
pub struct Ring<T> {
    slots: [UnsafeCell<Option<T>>; ROOM],
    head: AtomicUsize,
    tail: AtomicUsize,
}

// SAFETY: each slot belongs to the producer or to the consumer, as head and tail say.
unsafe impl<T: Send> Sync for Ring<T> {}

impl<T> Ring<T> {
    pub const fn new() -> Self {
        let slots = [const { UnsafeCell::new(None) }; ROOM];
        Ring { slots, head: AtomicUsize::new(0), tail: AtomicUsize::new(0) }
    }

    /// Gives the value back if the ring is full.
    pub fn push(&self, value: T) -> Result<(), T> {
        let tail = self.tail.load(Ordering::Relaxed);
        if tail - self.head.load(Ordering::Acquire) == ROOM {
            return Err(value);
        }
        // SAFETY: the slot is empty, and the consumer does not look at it.
        unsafe { *self.slots[tail % ROOM].get() = Some(value) }; //~ write
        self.tail.store(tail + 1, Ordering::Relaxed);
        Ok(())
    }

    pub fn pop(&self) -> Option<T> {
        let head = self.head.load(Ordering::Relaxed);
        if self.tail.load(Ordering::Acquire) == head {
            return None;
        }
        // SAFETY: the slot is full, and the producer does not look at it.
        let value = unsafe { (*self.slots[head % ROOM].get()).take() }; //~ write
        self.head.store(head + 1, Ordering::Release);
        value
    }
}
