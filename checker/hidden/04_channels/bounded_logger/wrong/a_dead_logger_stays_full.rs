// wrong: a line that was waiting when the sink panicked keeps its place for ever
// finding: a_dead_logger_says_so: wrong_result

use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

#[derive(Debug, PartialEq, Eq)]
pub enum Rejected {
    Full(String),
    Closed(String),
}

pub struct Logger {
    cap: usize,
    waiting: Arc<Mutex<usize>>,
    lines: Sender<String>,
}

impl Logger {
    pub fn log(&self, line: String) -> Result<(), Rejected> {
        let mut waiting = self.waiting.lock().unwrap();
        if *waiting == self.cap {
            return Err(Rejected::Full(line));
        }
        self.lines.send(line).map_err(|error| Rejected::Closed(error.0))?;
        *waiting += 1;
        Ok(())
    }
}

pub fn logger(cap: usize, mut sink: impl FnMut(String) + Send + 'static) -> (Logger, JoinHandle<()>) {
    let (lines, accepted) = mpsc::channel();
    let waiting = Arc::new(Mutex::new(0));
    let count = Arc::clone(&waiting);
    let writer = thread::spawn(move || {
        for line in accepted {
            *count.lock().unwrap() -= 1;
            sink(line);
        }
    });
    (Logger { cap, waiting, lines }, writer)
}
