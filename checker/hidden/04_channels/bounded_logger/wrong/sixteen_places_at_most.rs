// wrong: has room for sixteen lines at most, whatever `cap` is
// finding: forty_lines_may_wait: wrong_result

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
        self.lines.try_send(line).map_err(|error| match error {
            TrySendError::Full(line) => Rejected::Full(line),
            TrySendError::Disconnected(line) => Rejected::Closed(line),
        })
    }
}
pub fn logger(cap: usize, mut sink: impl FnMut(String) + Send + 'static) -> (Logger, JoinHandle<()>) {
    let (lines, accepted) = mpsc::sync_channel(cap.min(16));
    let writer = thread::spawn(move || {
        for line in accepted {
            sink(line);
        }
    });
    (Logger { lines }, writer)
}
