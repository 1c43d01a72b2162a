// wrong: writes every line on a thread of its own; nothing keeps them in order
// finding: accepted_lines_are_written: wrong_result

use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

#[derive(Debug, PartialEq, Eq)]
pub enum Rejected {
    Full(String),
    Closed(String),
}

type Sink = Arc<Mutex<dyn FnMut(String) + Send>>;

pub struct Logger {
    sink: Sink,
    writers: Sender<JoinHandle<()>>,
}

impl Logger {
    pub fn log(&self, line: String) -> Result<(), Rejected> {
        let sink = Arc::clone(&self.sink);
        let write = move || {
            let mut sink = sink.lock().unwrap();
            (*sink)(line);
        };
        self.writers.send(thread::spawn(write)).ok();
        Ok(())
    }
}

pub fn logger(_cap: usize, sink: impl FnMut(String) + Send + 'static) -> (Logger, JoinHandle<()>) {
    let (writers, started) = mpsc::channel::<JoinHandle<()>>();
    let end = thread::spawn(move || {
        for writer in started {
            writer.join().unwrap();
        }
    });
    (Logger { sink: Arc::new(Mutex::new(sink)), writers }, end)
}
