//! # A bounded logger
//!
//! `sync_channel(cap)` is a queue with a bound. On it `send` waits for room, which makes the producers as slow as the
//! consumer; that is right for a pipeline, and wrong for a logger. `try_send` never waits, and its error says which of
//! two quite different things has happened: full, which passes, and disconnected, which does not.

use std::sync::mpsc::{self, SyncSender, TrySendError};
use std::thread::{self, JoinHandle};

/// A line that was not accepted, and why.
#[derive(Debug, PartialEq, Eq)]
pub enum Rejected {
    /// There is no room; later there may be some.
    Full(String),
    /// Nobody is there any more to write it.
    Closed(String),
}

/// Takes lines and has them written by a thread.
pub struct Logger {
    lines: SyncSender<String>,
}

impl Logger {
    /// Hands in a line, without waiting.
    pub fn log(&self, line: String) -> Result<(), Rejected> {
        // Looking for room and taking it is one step in `try_send`. A counter beside an unbounded channel would do as
        // well, if it is raised and compared in one step; with a load first and an addition later, two threads take the
        // same last place.
        self.lines.try_send(line).map_err(|error| match error {
            TrySendError::Full(line) => Rejected::Full(line),
            TrySendError::Disconnected(line) => Rejected::Closed(line),
        })
    }
}

/// Starts a logger with room for `cap` lines that wait for the sink.
pub fn logger(cap: usize, mut sink: impl FnMut(String) + Send + 'static) -> (Logger, JoinHandle<()>) {
    let (lines, accepted) = mpsc::sync_channel(cap);
    let writer = thread::spawn(move || {
        // The loop ends when the logger has been dropped and the queue is empty, in this order: nothing that was
        // accepted is lost. If the sink panics, the receiver goes away with the closure, and `try_send` notices.
        for line in accepted {
            sink(line);
        }
    });
    (Logger { lines }, writer)
}
