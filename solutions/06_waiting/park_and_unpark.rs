//! # A mailbox for one letter
//!
//! The value decides, and `park` is only a way not to burn time until it is there. So the receiver looks, says whom to
//! wake, sleeps, and looks again. Between the look and the sleep it holds no lock, and need not: an `unpark` that comes
//! early leaves its token, and `park` returns at once.

use std::sync::{Arc, Mutex};
use std::thread::{self, Thread};

/// What both ends share.
///
/// Value and receiver lie under one lock: so either the sender sees whom to wake, or the receiver sees the value.
struct Slot<T> {
    value: Option<T>,
    receiver: Option<Thread>,
}

/// The end that puts the value in.
pub struct Sender1<T> {
    slot: Arc<Mutex<Slot<T>>>,
}

/// The end that takes it out.
pub struct Receiver1<T> {
    slot: Arc<Mutex<Slot<T>>>,
}

/// The two ends of an empty mailbox.
pub fn mailbox<T: Send>() -> (Sender1<T>, Receiver1<T>) {
    let slot = Arc::new(Mutex::new(Slot { value: None, receiver: None }));
    (Sender1 { slot: Arc::clone(&slot) }, Receiver1 { slot })
}

impl<T: Send> Sender1<T> {
    /// Puts the value in.
    pub fn put(self, value: T) {
        let mut slot = self.slot.lock().unwrap();
        // First the value, then the wakeup: a receiver that is woken and finds nothing goes to sleep for good.
        slot.value = Some(value);
        // Nobody waits yet? Then whoever comes will find the value.
        if let Some(receiver) = slot.receiver.take() {
            receiver.unpark();
        }
    }
}

impl<T: Send> Receiver1<T> {
    /// Waits for the value and takes it out.
    pub fn take(self) -> T {
        loop {
            {
                let mut slot = self.slot.lock().unwrap();
                if let Some(value) = slot.value.take() {
                    return value;
                }
                // Entered here, not in `mailbox()`: the receiver may have been moved to another thread since.
                slot.receiver = Some(thread::current());
            }
            // The guard is gone: to sleep with the lock in hand would keep the sender out for ever.
            thread::park();
        }
    }
}
