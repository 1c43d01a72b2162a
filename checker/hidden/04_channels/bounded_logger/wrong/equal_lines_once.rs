// wrong: writes a line that equals the one before no second time
// finding: lines_may_be_equal: wrong_result

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
    let (lines, accepted) = mpsc::sync_channel::<String>(cap);
    let writer = thread::spawn(move || {
        let mut last = None;
        for line in accepted {
            if last.as_ref() != Some(&line) {
                last = Some(line.clone());
                sink(line);
            }
        }
    });
    (Logger { lines }, writer)
}
