// wrong: rounds the room up to a power of two
// finding: at_most_three_lines_wait: wrong_result

use std::sync::mpsc::{self, SyncSender, TrySendError};
use std::thread::{self, JoinHandle};

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
    let (l, r) = mpsc::sync_channel(cap.next_power_of_two());
    (
        Logger { l },
        thread::spawn(move || {
            for x in r {
                sink(x)
            }
        }),
    )
}
