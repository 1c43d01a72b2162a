//! An `Arc` written by hand.

use std::ops::Deref;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicUsize, Ordering, fence};
use std::thread;

use super::Bare;

struct Counted<T> {
    block: NonNull<Block<T>>,
    decrement: Ordering,
}

struct Block<T> {
    count: AtomicUsize,
    value: T,
}

// SAFETY: as for std's `Arc`, if the orderings are right.
unsafe impl<T: Send + Sync> Send for Counted<T> {}

impl<T> Counted<T> {
    fn new(value: T, decrement: Ordering) -> Self {
        let block = Box::new(Block { count: AtomicUsize::new(1), value });
        Counted { block: NonNull::from(Box::leak(block)), decrement }
    }

    fn block(&self) -> &Block<T> {
        // SAFETY: the block lives as long as there is a handle.
        unsafe { self.block.as_ref() }
    }
}

impl<T> Deref for Counted<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.block().value
    }
}

impl<T> Clone for Counted<T> {
    fn clone(&self) -> Self {
        self.block().count.fetch_add(1, Ordering::Relaxed);
        Counted { ..*self }
    }
}

impl<T> Drop for Counted<T> {
    fn drop(&mut self) {
        if self.block().count.fetch_sub(1, self.decrement) == 1 {
            fence(Ordering::Acquire);
            // SAFETY: this was the last handle.
            drop(unsafe { Box::from_raw(self.block.as_ptr()) });
        }
    }
}

fn share(decrement: Ordering) {
    let one = Counted::new(Bare::new(5), decrement);
    let other = {
        let other = one.clone();
        thread::spawn(move || assert_eq!(other.read(), 5))
    };
    assert_eq!(one.read(), 5);
    drop(one);
    other.join().unwrap();
}

pub(crate) fn wrong() {
    share(Ordering::Relaxed);
}

pub(crate) fn right() {
    share(Ordering::Release);
}
