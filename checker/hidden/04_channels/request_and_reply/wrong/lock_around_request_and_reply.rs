// wrong: keeps replies apart with a lock, but leaves a forgotten reply to the next client
// finding: a_forgotten_reply_disturbs_nobody: wrong_result

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

enum Request {
    Add(i64),
    Get,
}

#[derive(Clone)]
pub struct Client {
    requests: Sender<Request>,
    replies: Arc<Mutex<Receiver<i64>>>,
}

impl Client {
    pub fn add(&self, n: i64) -> i64 {
        self.ask(Request::Add(n))
    }

    pub fn add_and_forget(&self, n: i64) {
        self.requests.send(Request::Add(n)).unwrap();
    }

    pub fn get(&self) -> i64 {
        self.ask(Request::Get)
    }

    fn ask(&self, request: Request) -> i64 {
        let replies = self.replies.lock().unwrap();
        self.requests.send(request).unwrap();
        replies.recv().unwrap()
    }
}

pub fn start() -> (Client, JoinHandle<usize>) {
    let (requests, inbox) = mpsc::channel();
    let (outbox, replies) = mpsc::channel();
    let server = thread::spawn(move || {
        let mut number = 0;
        let mut served = 0;
        for request in inbox {
            if let Request::Add(n) = request {
                number += n;
            }
            outbox.send(number).ok();
            served += 1;
        }
        served
    });
    let replies = Arc::new(Mutex::new(replies));
    (Client { requests, replies }, server)
}
