//! # Empty is not closed
//!
//! A program with a loop of its own, a game for example, looks into a channel once in every turn: what has come, and
//! can more come? It calls `poll`. The one below stops at the first "no" and takes it for the end. Repair it.
//!
//! Why it matters: "nothing there" has two meanings. Nothing now: look again in the next turn. Nothing ever: stop
//! looking. Who takes the first for the second hangs up in the middle of the conversation. Who takes the second for the
//! first looks for ever, and burns a processor while doing so.
//!
//! ## What must hold
//!
//! - `poll(receiver)` takes all values out of the channel that are there, and returns them in their order together with
//!   a `Status`.
//! - The status is `Closed` if the channel is empty now and nothing can come any more, because every sender is gone. If
//!   values are still in the channel when the last sender has gone, one single call returns these values and `Closed`.
//! - Otherwise the status is `Open`.
//! - No value is lost, whatever senders do while `poll` is running.
//! - `poll` never waits for a value: not for the next one, and not for a little while.
//! - It works for every `T`.
//!
//! Work at the `// TODO`.

use std::sync::mpsc::Receiver;

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
    // TODO: why does this loop end?
    while let Ok(value) = receiver.try_recv() {
        values.push(value);
    }
    (values, Status::Closed)
}
