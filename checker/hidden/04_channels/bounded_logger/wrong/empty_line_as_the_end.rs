// wrong: says with an empty line that the logger was dropped, and a line may be empty as well
// finding: a_line_may_be_empty: wrong_result

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

impl Drop for Logger {
    fn drop(&mut self) {
        self.lines.send(String::new()).ok();
    }
}

pub fn logger(cap: usize, mut sink: impl FnMut(String) + Send + 'static) -> (Logger, JoinHandle<()>) {
    let (lines, accepted) = mpsc::sync_channel::<String>(cap);
    let writer = thread::spawn(move || {
        while let Ok(line) = accepted.recv() {
            if line.is_empty() {
                break;
            }
            sink(line);
        }
    });
    (Logger { lines }, writer)
}
