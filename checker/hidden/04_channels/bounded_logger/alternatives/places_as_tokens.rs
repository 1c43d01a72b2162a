// right: `cap` tokens go round in a channel of their own; a line needs one to wait

use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::thread::{self, JoinHandle};

#[derive(Debug, PartialEq, Eq)]
pub enum Rejected {
    Full(String),
    Closed(String),
}

pub struct Logger {
    places: Mutex<Receiver<()>>,
    lines: Sender<String>,
}

impl Logger {
    pub fn log(&self, line: String) -> Result<(), Rejected> {
        match self.places.lock().unwrap().try_recv() {
            Ok(()) => self.lines.send(line).map_err(|error| Rejected::Closed(error.0)),
            Err(TryRecvError::Empty) => Err(Rejected::Full(line)),
            Err(TryRecvError::Disconnected) => Err(Rejected::Closed(line)),
        }
    }
}

pub fn logger(cap: usize, mut sink: impl FnMut(String) + Send + 'static) -> (Logger, JoinHandle<()>) {
    let (place, places) = mpsc::channel();
    let (lines, accepted) = mpsc::channel();
    for _ in 0..cap {
        place.send(()).unwrap();
    }
    let writer = thread::spawn(move || {
        while let Ok(line) = accepted.recv() {
            place.send(()).ok();
            sink(line);
        }
    });
    (Logger { places: Mutex::new(places), lines }, writer)
}
