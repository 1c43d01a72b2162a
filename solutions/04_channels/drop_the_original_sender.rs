//! # Drop the original sender
//!
//! A receiver that is iterated over ends when the channel is empty and every sender is gone. The clones go with their
//! producers. The original belongs to this function, so this function has to drop it before it starts to receive.

use std::sync::mpsc::{self, Sender};
use std::thread;

/// Something that sends values and returns when it has no more of them.
pub type Producer<T> = Box<dyn FnOnce(Sender<T>) + Send>;

/// Runs all producers at the same time and returns all that they send.
pub fn fan_in<T: Send + 'static>(producers: Vec<Producer<T>>) -> Vec<T> {
    let (sender, receiver) = mpsc::channel();
    // The scope joins the producers: no thread is left behind, and a panic in one of them would reach the caller.
    // With `thread::spawn` it would only end a producer early, and the result would quietly be too short.
    thread::scope(|scope| {
        for producer in producers {
            let sender = sender.clone();
            scope.spawn(move || producer(sender));
        }
        // Without this line the last `recv` waits for a message from ourselves. Giving the original to the last
        // producer would save a clone, but needs a special case for "last" and for "none". `let _ = sender` would do
        // nothing: that pattern does not move the value. Counting one message for each producer, or giving up after
        // some time, would be guesses about how much they send, and when.
        drop(sender);
        receiver.into_iter().collect()
    })
}
