// right: keeps the sender behind a mutex, and drops it when the thread has ended

use std::sync::Mutex;
use std::sync::mpsc::{self, SyncSender, TrySendError};
use std::thread::{self, JoinHandle};

#[derive(Debug, PartialEq, Eq)]
pub enum Rejected {
    Full(String),
    Closed(String),
}
pub struct Logger {
    lines: Mutex<Option<SyncSender<String>>>,
}
impl Logger {
    pub fn log(&self, line: String) -> Result<(), Rejected> {
        let mut l = self.lines.lock().unwrap();
        let Some(tx) = l.as_ref() else { return Err(Rejected::Closed(line)) };
        match tx.try_send(line) {
            Ok(()) => Ok(()),
            Err(TrySendError::Full(line)) => Err(Rejected::Full(line)),
            Err(TrySendError::Disconnected(line)) => {
                *l = None;
                Err(Rejected::Closed(line))
            }
        }
    }
}
pub fn logger(cap: usize, mut sink: impl FnMut(String) + Send + 'static) -> (Logger, JoinHandle<()>) {
    let (lines, accepted) = mpsc::sync_channel(cap);
    let writer = thread::spawn(move || {
        while let Ok(line) = accepted.recv() {
            sink(line);
        }
    });
    (Logger { lines: Mutex::new(Some(lines)) }, writer)
}
