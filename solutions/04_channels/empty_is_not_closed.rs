//! # Empty is not closed
//!
//! `try_recv` has an error type for a reason: its two variants say quite different things. The one call that finds no
//! value any more also says why there is none, so nothing else has to be asked, and nothing can happen in between.

use std::sync::mpsc::{Receiver, TryRecvError};

/// Whether more values can come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// There is a sender, so values may come.
    Open,
    /// There is no sender any more: nothing can come.
    Closed,
}

/// Takes what is there, without waiting, and tells whether more can come.
pub fn poll<T>(receiver: &Receiver<T>) -> (Vec<T>, Status) {
    let mut values = Vec::new();
    // `try_iter` would collect the values in one line, but it keeps to itself why it ended. To find that out takes
    // another `try_recv`, and a value that comes between the two is taken out by it: it must not be thrown away.
    let status = loop {
        match receiver.try_recv() {
            Ok(value) => values.push(value),
            Err(TryRecvError::Empty) => break Status::Open,
            // Never while a value is in the channel: the last sender may be gone, what it sent is received first.
            Err(TryRecvError::Disconnected) => break Status::Closed,
        }
    };
    (values, status)
}
