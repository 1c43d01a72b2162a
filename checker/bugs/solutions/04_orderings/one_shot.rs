// right: whoever sees the flag sees the message

use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicBool, Ordering};

/// A channel for one message.
pub struct OneShot<T> {
    message: UnsafeCell<MaybeUninit<T>>,
    ready: AtomicBool,
}

// SAFETY: the flag hands the message from one thread to the other.
unsafe impl<T: Send> Sync for OneShot<T> {}

impl<T> OneShot<T> {
    pub const fn new() -> Self {
        OneShot { message: UnsafeCell::new(MaybeUninit::uninit()), ready: AtomicBool::new(false) }
    }

    /// To be called once.
    pub fn send(&self, message: T) {
        // SAFETY: the receiver does not look before the flag is set.
        unsafe { (*self.message.get()).write(message) };
        self.ready.store(true, Ordering::Release);
    }

    pub fn receive(&self) -> Option<T> {
        if !self.ready.swap(false, Ordering::Acquire) {
            return None;
        }
        // SAFETY: the flag was set, so there is a message; it is cleared, so the message is taken once.
        Some(unsafe { (*self.message.get()).assume_init_read() })
    }
}

impl<T> Drop for OneShot<T> {
    fn drop(&mut self) {
        if *self.ready.get_mut() {
            // SAFETY: the message was sent and not received.
            unsafe { self.message.get_mut().assume_init_drop() };
        }
    }
}
