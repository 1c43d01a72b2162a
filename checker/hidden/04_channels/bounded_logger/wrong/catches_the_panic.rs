// wrong: catches the panic of the sink and goes on
// finding: a_dead_logger_says_so: deadlock

use std::panic;
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
    let (l, r) = mpsc::sync_channel(cap);
    (
        Logger { l },
        thread::spawn(move || {
            for x in r {
                if panic::catch_unwind(panic::AssertUnwindSafe(|| sink(x))).is_err() {
                    continue;
                }
            }
        }),
    )
}
