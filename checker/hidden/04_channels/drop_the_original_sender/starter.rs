//! # Drop the original sender
//!
//! `fan_in` starts producers, each on a thread of its own, and collects the values that they send.
//! All values arrive, and then nothing happens any more: `fan_in` never returns. Find out what it waits for.
//!
//! Why it matters: a channel has no "end" message. A receiver learns that nothing can come any more when the last
//! sender is dropped. One sender that somebody forgot, in a struct, in a closure, or in the function that made the
//! channel, is enough to keep a service from ever shutting down.
//!
//! ## What must hold
//!
//! - `fan_in(producers)` runs each producer on a new thread of its own, not on the calling thread. All producers can be
//!   running at the same time.
//! - Each producer gets a sender and sends as many values as it likes: none, one or many.
//! - `fan_in` returns when every producer is done, and returns every value that was sent. The values of one producer
//!   stay in the order in which it sent them. Those of different producers may be mixed in any way.
//! - Without producers it returns an empty `Vec`.
//! - When a producer returns, it is done: nobody keeps its sender for longer. Producers do not panic.
//! - How long a producer takes is unknown: waiting for some time says nothing.
//! - The signature stays as it is; `T` is `Send` and `'static`, and need not be anything else.
//!
//! Work at the `// TODO`.

use std::sync::mpsc::{self, Sender};
use std::thread;

/// Something that sends values and returns when it has no more of them.
pub type Producer<T> = Box<dyn FnOnce(Sender<T>) + Send>;

/// Runs all producers at the same time and returns all that they send.
pub fn fan_in<T: Send + 'static>(producers: Vec<Producer<T>>) -> Vec<T> {
    let (sender, receiver) = mpsc::channel();
    for producer in producers {
        let sender = sender.clone();
        thread::spawn(move || producer(sender));
    }

    // TODO: the loop does not end. When would it?
    let mut values = Vec::new();
    for value in receiver {
        values.push(value);
    }
    values
}
