// wrong: the queue takes any number of lines
// finding: at_most_cap_lines_wait: wrong_result

use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

#[derive(Debug, PartialEq, Eq)]
pub enum Rejected {
    Full(String),
    Closed(String),
}

pub struct Logger {
    lines: Sender<String>,
}

impl Logger {
    pub fn log(&self, line: String) -> Result<(), Rejected> {
        self.lines.send(line).map_err(|error| Rejected::Closed(error.0))
    }
}

pub fn logger(_cap: usize, mut sink: impl FnMut(String) + Send + 'static) -> (Logger, JoinHandle<()>) {
    let (lines, accepted) = mpsc::channel();
    let writer = thread::spawn(move || {
        for line in accepted {
            sink(line);
        }
    });
    (Logger { lines }, writer)
}
