// wrong: takes all lines that wait at once, and so makes room before they are written
// finding: at_most_cap_lines_wait: wrong_result

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
            while let Ok(x) = r.recv() {
                let batch: Vec<_> = r.try_iter().collect();
                sink(x);
                batch.into_iter().for_each(&mut sink);
            }
        }),
    )
}
