//! # A mailbox for one letter
//!
//! One thread puts a value into a mailbox, another takes it out and sleeps until it is there. No condition variable is
//! needed for that: `thread::park` puts a thread to sleep, and `unpark` wakes it. The receiver below parks and then
//! takes for granted that the value has come. Often enough it is right.
//!
//! Why it matters: channels, locks and the executors of async Rust are built on park and unpark, or on something like
//! it. It is the one way of waiting whose notification is kept if it comes too early. But there is only one of it, any
//! part of the program may have used it up or left one behind, and `park` may also return without any.
//!
//! ## What must hold
//!
//! - `mailbox()` returns the two ends of an empty mailbox. Each end may be moved to another thread before it is used.
//! - `sender.put(value)` puts the value in. It never waits for the receiver.
//! - `receiver.take()` returns the value: at once if it is there, otherwise as soon as it is put in. Which thread calls
//!   `take` is known only when it does.
//! - The thread that takes may have been unparked by somebody else, before or while it waits. That changes nothing.
//! - A thread that waits sleeps. It does not look again and again, and does not count on a timeout to look again.
//! - A value that nobody takes is dropped with the mailbox. A sender is not dropped unused.
//!
//! The channels of std are taken away in this exercise; the fields and everything else of std are up to you.
//!
//! Work at the `// TODO`.

use std::sync::{Arc, Mutex};
use std::thread::{self, Thread};

/// What both ends share.
struct Slot<T> {
    value: Option<T>,
    /// The thread to wake when the value is there.
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
        slot.value = Some(value);
        if let Some(receiver) = slot.receiver.take() {
            receiver.unpark();
        }
    }
}

impl<T: Send> Receiver1<T> {
    /// Waits for the value and takes it out.
    pub fn take(self) -> T {
        {
            let mut slot = self.slot.lock().unwrap();
            if let Some(value) = slot.value.take() {
                return value;
            }
            slot.receiver = Some(thread::current());
        }
        // TODO: what is known when `park` returns?
        thread::park();
        let value = self.slot.lock().unwrap().value.take();
        value.expect("somebody has unparked this thread, so the value must be there")
    }
}
