// right: every drop releases and acquires

use std::ops::Deref;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicUsize, Ordering};

pub struct Shared<T> {
    block: NonNull<Block<T>>,
}

struct Block<T> {
    count: AtomicUsize,
    value: T,
}

// SAFETY: as for std's `Arc`.
unsafe impl<T: Send + Sync> Send for Shared<T> {}
// SAFETY: as above.
unsafe impl<T: Send + Sync> Sync for Shared<T> {}

impl<T> Shared<T> {
    pub fn new(value: T) -> Self {
        let block = Box::new(Block { count: AtomicUsize::new(1), value });
        Shared { block: NonNull::from(Box::leak(block)) }
    }

    fn block(&self) -> &Block<T> {
        // SAFETY: the block lives as long as there is a handle.
        unsafe { self.block.as_ref() }
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.block().value
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        self.block().count.fetch_add(1, Ordering::Relaxed);
        Shared { block: self.block }
    }
}

impl<T> Drop for Shared<T> {
    fn drop(&mut self) {
        let before = self.block().count.fetch_sub(1, Ordering::AcqRel);
        if before == 1 {
            // SAFETY: this was the last handle.
            drop(unsafe { Box::from_raw(self.block.as_ptr()) });
        }
    }
}
