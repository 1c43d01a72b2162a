// wrong: nobody tells the thread that the logger was dropped
// finding: accepted_lines_are_written: deadlock

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

#[derive(Debug, PartialEq, Eq)]
pub enum Rejected {
    Full(String),
    Closed(String),
}

#[derive(Default)]
struct Queue {
    lines: VecDeque<String>,
    writer_is_gone: bool,
}

type Shared = Arc<(Mutex<Queue>, Condvar)>;

pub struct Logger {
    shared: Shared,
    cap: usize,
}

impl Logger {
    pub fn log(&self, line: String) -> Result<(), Rejected> {
        let (queue, changed) = &*self.shared;
        let mut queue = queue.lock().unwrap();
        if queue.writer_is_gone {
            return Err(Rejected::Closed(line));
        }
        if queue.lines.len() >= self.cap {
            return Err(Rejected::Full(line));
        }
        queue.lines.push_back(line);
        changed.notify_one();
        Ok(())
    }
}

struct Writer {
    shared: Shared,
}

impl Writer {
    fn next(&self) -> Option<String> {
        let (queue, changed) = &*self.shared;
        let queue = queue.lock().unwrap();
        let mut queue = changed.wait_while(queue, |queue| queue.lines.is_empty()).unwrap();
        queue.lines.pop_front()
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.shared.0.lock().unwrap().writer_is_gone = true;
    }
}

pub fn logger(cap: usize, mut sink: impl FnMut(String) + Send + 'static) -> (Logger, JoinHandle<()>) {
    let shared = Shared::default();
    let writer = Writer { shared: Arc::clone(&shared) };
    let thread = thread::spawn(move || {
        while let Some(line) = writer.next() {
            sink(line);
        }
    });
    (Logger { shared, cap }, thread)
}
