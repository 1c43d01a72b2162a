// wrong: counts the line in the hands of the sink as one of those that wait
// finding: accepted_lines_are_written: wrong_result

use std::sync::mpsc::{self, SyncSender, TrySendError};
use std::thread::{self, JoinHandle};

#[derive(Debug, PartialEq, Eq)]
pub enum Rejected {
    Full(String),
    Closed(String),
}

pub struct Logger {
    lines: SyncSender<String>,
}

impl Logger {
    pub fn log(&self, line: String) -> Result<(), Rejected> {
        match self.lines.try_send(line) {
            Ok(()) => Ok(()),
            Err(TrySendError::Full(line)) => Err(Rejected::Full(line)),
            Err(TrySendError::Disconnected(line)) => Err(Rejected::Closed(line)),
        }
    }
}

pub fn logger(cap: usize, mut sink: impl FnMut(String) + Send + 'static) -> (Logger, JoinHandle<()>) {
    let (lines, accepted) = mpsc::sync_channel(cap - 1);
    let writer = thread::spawn(move || {
        for line in accepted {
            sink(line);
        }
    });
    (Logger { lines }, writer)
}
