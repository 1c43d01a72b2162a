// right: all threads agree on one order of wishes, turns and looks

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// A lock for two threads, called 0 and 1.
pub struct Peterson<T> {
    wants: [AtomicBool; 2],
    turn: AtomicUsize,
    value: UnsafeCell<T>,
}

// SAFETY: the lock gives the value to one thread at a time.
unsafe impl<T: Send> Sync for Peterson<T> {}

impl<T> Peterson<T> {
    pub const fn new(value: T) -> Self {
        let wants = [AtomicBool::new(false), AtomicBool::new(false)];
        Peterson { wants, turn: AtomicUsize::new(0), value: UnsafeCell::new(value) }
    }

    pub fn with<R>(&self, this: usize, f: impl FnOnce(&mut T) -> R) -> R {
        let other = 1 - this;
        self.wants[this].store(true, Ordering::SeqCst);
        self.turn.store(other, Ordering::SeqCst);
        while self.wants[other].load(Ordering::SeqCst) && self.turn.load(Ordering::SeqCst) == other {
            std::hint::spin_loop();
        }
        // SAFETY: the other thread does not want the value, or it waits.
        let result = f(unsafe { &mut *self.value.get() });
        self.wants[this].store(false, Ordering::Release);
        result
    }
}
