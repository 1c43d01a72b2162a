// right: an unbounded channel, and a count of the lines that wait which is compared and raised in one step

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

#[derive(Debug, PartialEq, Eq)]
pub enum Rejected {
    Full(String),
    Closed(String),
}

pub struct Logger {
    lines: Sender<String>,
    waiting: Arc<AtomicUsize>,
    cap: usize,
}

impl Logger {
    pub fn log(&self, line: String) -> Result<(), Rejected> {
        let one_more = |waiting| (waiting < self.cap).then_some(waiting + 1);
        if self.waiting.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_more).is_err() {
            // The thread has a handle of the count as long as it lives.
            let writer_is_gone = Arc::strong_count(&self.waiting) == 1;
            return Err(if writer_is_gone { Rejected::Closed(line) } else { Rejected::Full(line) });
        }
        self.lines.send(line).map_err(|error| Rejected::Closed(error.0))
    }
}

pub fn logger(cap: usize, mut sink: impl FnMut(String) + Send + 'static) -> (Logger, JoinHandle<()>) {
    let (lines, accepted) = mpsc::channel();
    let waiting = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&waiting);
    let writer = thread::spawn(move || {
        for line in accepted {
            count.fetch_sub(1, Ordering::SeqCst);
            sink(line);
        }
    });
    (Logger { lines, waiting, cap }, writer)
}
