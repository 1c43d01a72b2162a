// wrong: wakes up every second to look for a line
// finding: room_comes_back: livelock

use std::sync::mpsc::{self, RecvTimeoutError, SyncSender, TrySendError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

#[derive(Debug, PartialEq, Eq)]
pub enum Rejected {
    Full(String),
    Closed(String),
}

pub struct Logger {
    l: SyncSender<String>,
}

impl Logger {
    pub fn log(&self, line: String) -> Result<(), Rejected> {
        self.l.try_send(line).map_err(|e| match e {
            TrySendError::Full(l) => Rejected::Full(l),
            TrySendError::Disconnected(l) => Rejected::Closed(l),
        })
    }
}

pub fn logger(cap: usize, mut sink: impl FnMut(String) + Send + 'static) -> (Logger, JoinHandle<()>) {
    let (l, r) = mpsc::sync_channel(cap);
    (
        Logger { l },
        thread::spawn(move || {
            loop {
                match r.recv_timeout(Duration::from_secs(1)) {
                    Ok(x) => sink(x),
                    Err(RecvTimeoutError::Timeout) => (),
                    Err(_) => return,
                }
            }
        }),
    )
}
