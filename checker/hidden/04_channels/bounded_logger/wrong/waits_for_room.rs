// wrong: `send` of a bounded channel waits until there is room
// finding: at_most_cap_lines_wait: deadlock

use std::sync::mpsc::{self, SyncSender};
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
        self.lines.send(line).map_err(|error| Rejected::Closed(error.0))
    }
}

pub fn logger(cap: usize, mut sink: impl FnMut(String) + Send + 'static) -> (Logger, JoinHandle<()>) {
    let (lines, accepted) = mpsc::sync_channel(cap);
    let writer = thread::spawn(move || {
        for line in accepted {
            sink(line);
        }
    });
    (Logger { lines }, writer)
}
