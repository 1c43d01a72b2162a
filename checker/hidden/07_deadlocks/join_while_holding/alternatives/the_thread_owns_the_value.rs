// right: the value belongs to the thread, which answers questions and returns it at its end

use std::sync::mpsc::{self, Sender, TryRecvError};
use std::sync::{Mutex, OnceLock};
use std::thread::{self, JoinHandle};

pub struct Service {
    running: Mutex<Option<Running>>,
    last: OnceLock<u64>,
}

struct Running {
    questions: Sender<Sender<u64>>,
    worker: JoinHandle<u64>,
}

impl Service {
    pub fn start(step: fn(&mut u64)) -> Service {
        let (questions, inbox) = mpsc::channel::<Sender<u64>>();
        let worker = thread::spawn(move || {
            let mut value = 0;
            loop {
                match inbox.try_recv() {
                    Ok(answer) => answer.send(value).unwrap(),
                    Err(TryRecvError::Empty) => {}
                    Err(TryRecvError::Disconnected) => return value,
                }
                step(&mut value);
                thread::yield_now();
            }
        });
        Service { running: Mutex::new(Some(Running { questions, worker })), last: OnceLock::new() }
    }

    pub fn value(&self) -> u64 {
        let running = self.running.lock().unwrap();
        match &*running {
            Some(running) => {
                let (answer, value) = mpsc::channel();
                running.questions.send(answer).unwrap();
                value.recv().unwrap()
            }
            None => {
                drop(running);
                *self.last.wait()
            }
        }
    }

    pub fn shutdown(&self) -> u64 {
        let running = self.running.lock().unwrap().take();
        if let Some(Running { questions, worker }) = running {
            drop(questions);
            self.last.set(worker.join().unwrap()).unwrap();
        }
        *self.last.wait()
    }
}
