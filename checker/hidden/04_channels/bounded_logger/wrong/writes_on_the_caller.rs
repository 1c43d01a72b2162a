// wrong: `log` calls the sink itself and so waits for it
// finding: at_most_cap_lines_wait: deadlock

use std::sync::Mutex;
use std::thread::{self, JoinHandle};

#[derive(Debug, PartialEq, Eq)]
pub enum Rejected {
    Full(String),
    Closed(String),
}

pub struct Logger {
    sink: Mutex<Box<dyn FnMut(String) + Send>>,
}

impl Logger {
    pub fn log(&self, line: String) -> Result<(), Rejected> {
        match self.sink.lock() {
            Ok(mut sink) => {
                sink(line);
                Ok(())
            }
            Err(_) => Err(Rejected::Closed(line)),
        }
    }
}

pub fn logger(_cap: usize, sink: impl FnMut(String) + Send + 'static) -> (Logger, JoinHandle<()>) {
    (Logger { sink: Mutex::new(Box::new(sink)) }, thread::spawn(|| ()))
}
