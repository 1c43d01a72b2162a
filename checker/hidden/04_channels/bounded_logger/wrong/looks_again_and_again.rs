// wrong: the thread asks for a line in a loop instead of waiting for one
// finding: room_comes_back: livelock

use std::sync::mpsc::{self, SyncSender, TryRecvError, TrySendError};
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
    let (lines, accepted) = mpsc::sync_channel(cap);
    let writer = thread::spawn(move || {
        loop {
            match accepted.try_recv() {
                Ok(line) => sink(line),
                Err(TryRecvError::Empty) => thread::yield_now(),
                Err(TryRecvError::Disconnected) => return,
            }
        }
    });
    (Logger { lines }, writer)
}
