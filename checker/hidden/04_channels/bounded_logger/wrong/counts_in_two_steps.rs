// wrong: looks at the count and raises it later: two threads see the same last place
// finding: two_threads_do_not_share_the_last_place: wrong_result

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
        if self.waiting.load(Ordering::SeqCst) >= self.cap {
            return Err(Rejected::Full(line));
        }
        self.waiting.fetch_add(1, Ordering::SeqCst);
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
