//! # A bounded logger
//!
//! Threads hand their log lines to a logger, and a thread of the logger's writes them where they belong. The writing
//! may be slow. The logger below takes every line; what has not been written yet piles up in the memory. Give it a
//! bound, and let `log` say what became of the line.
//!
//! Why it matters: a disk that hangs for ten minutes must not stop the service, and must not eat its memory either. A
//! queue between a fast producer and a slow consumer needs a bound, and somebody has to decide what happens when it is
//! full: wait, or refuse. Here the callers cannot wait, so they get their line back and can count it, drop it, or try
//! again later.
//!
//! ## What must hold
//!
//! - `logger(cap, sink)` starts a thread that calls `sink` with every accepted line, one after the other, in the order
//!   in which the lines were accepted. It returns the logger and the handle of that thread. `cap` is at least 1.
//! - `logger.log(line)` never waits for the sink. It returns
//!   - `Ok(())` if the line is accepted,
//!   - `Err(Rejected::Full(line))` if there is no room for it,
//!   - `Err(Rejected::Closed(line))` if the logger's thread has ended, and nobody would write the line.
//!
//!   A refused line comes back as it was given.
//! - At most `cap` accepted lines wait, and one more may be in the hands of the sink. So never more than `cap + 1` lines
//!   are accepted and not written yet. While fewer than `cap` lines are, no line is refused as `Full`.
//! - The thread ends when the logger has been dropped and every accepted line has reached the sink, also those that
//!   were accepted right before the drop.
//! - If the sink panics the thread ends as well. From then on `log` returns `Closed`; lines that were waiting are lost.
//! - While there is nothing to write the thread waits. It does not look again and again.
//! - Any number of threads may share a `&Logger`.
//!
//! The fields of `Logger` are up to you.
//!
//! Work at the `// TODO`s.

use std::sync::mpsc::{self, Sender};
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
    lines: Sender<String>,
}

impl Logger {
    /// Hands in a line, without waiting.
    pub fn log(&self, line: String) -> Result<(), Rejected> {
        // TODO: three things may happen to a line.
        self.lines.send(line).map_err(|error| Rejected::Closed(error.0))
    }
}

/// Starts a logger with room for `cap` lines that wait for the sink.
pub fn logger(cap: usize, mut sink: impl FnMut(String) + Send + 'static) -> (Logger, JoinHandle<()>) {
    // TODO: this channel has room for any number of lines.
    let _ = cap;
    let (lines, accepted) = mpsc::channel();
    let writer = thread::spawn(move || {
        for line in accepted {
            sink(line);
        }
    });
    (Logger { lines }, writer)
}
