// wrong: counts the lines that wait in a static, which all loggers share
// finding: loggers_have_nothing_in_common: wrong_result

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

#[derive(Debug, PartialEq, Eq)]
pub enum Rejected {
    Full(String),
    Closed(String),
}
static WAITING: AtomicUsize = AtomicUsize::new(0);
pub struct Logger {
    lines: Sender<String>,
    cap: usize,
}
impl Logger {
    pub fn log(&self, line: String) -> Result<(), Rejected> {
        if WAITING.fetch_update(SeqCst, SeqCst, |n| (n < self.cap + 1).then_some(n + 1)).is_err() {
            return Err(Rejected::Full(line));
        }
        self.lines.send(line).map_err(|e| {
            WAITING.fetch_sub(1, SeqCst);
            Rejected::Closed(e.0)
        })
    }
}
struct Written;
impl Drop for Written {
    fn drop(&mut self) {
        WAITING.fetch_sub(1, SeqCst);
    }
}
pub fn logger(cap: usize, mut sink: impl FnMut(String) + Send + 'static) -> (Logger, JoinHandle<()>) {
    let (lines, accepted) = mpsc::channel();
    let writer = thread::spawn(move || {
        for line in accepted {
            let _w = Written;
            sink(line);
        }
    });
    (Logger { lines, cap }, writer)
}
