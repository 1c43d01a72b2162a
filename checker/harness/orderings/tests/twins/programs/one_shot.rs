//! A channel for one message.

use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct OneShot<T> {
    message: UnsafeCell<MaybeUninit<T>>,
    ready: AtomicBool,
    publish: Ordering,
}

// SAFETY: the flag hands the message from one thread to the other, if the orderings are right.
unsafe impl<T: Send> Sync for OneShot<T> {}

impl<T> OneShot<T> {
    const fn new(publish: Ordering) -> Self {
        OneShot { message: UnsafeCell::new(MaybeUninit::uninit()), ready: AtomicBool::new(false), publish }
    }

    fn send(&self, message: T) {
        // SAFETY: it is called once, and the receiver does not look before the flag is set.
        unsafe { (*self.message.get()).write(message) };
        self.ready.store(true, self.publish);
    }

    fn receive(&self) -> Option<T> {
        // SAFETY: the flag was set, so there is a message; it is cleared, so the message is taken once.
        self.ready.swap(false, Ordering::Acquire).then(|| unsafe { (*self.message.get()).assume_init_read() })
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

fn send_and_receive(publish: Ordering) {
    let channel = Arc::new(OneShot::new(publish));
    let sender = {
        let channel = Arc::clone(&channel);
        thread::spawn(move || channel.send(Box::new(7)))
    };
    if let Some(message) = channel.receive() {
        assert_eq!(*message, 7);
    }
    drop(channel);
    sender.join().unwrap();
}

pub(crate) fn wrong() {
    send_and_receive(Ordering::Relaxed);
}

pub(crate) fn right() {
    send_and_receive(Ordering::Release);
}
