// wrong: the server stops when the last client is dropped, whatever requests are still waiting
// finding: a_request_may_outlive_its_client: wrong_result

use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

enum Request {
    Add(i64, Sender<i64>),
    Get(Sender<i64>),
}

#[derive(Clone)]
pub struct Client {
    requests: Sender<Request>,
    _alive: Arc<()>,
}

impl Client {
    pub fn add(&self, n: i64) -> i64 {
        let (reply, receiver) = mpsc::channel();
        self.requests.send(Request::Add(n, reply)).unwrap();
        receiver.recv().unwrap()
    }

    pub fn add_and_forget(&self, n: i64) {
        let (reply, _) = mpsc::channel();
        self.requests.send(Request::Add(n, reply)).unwrap();
    }

    pub fn get(&self) -> i64 {
        let (reply, receiver) = mpsc::channel();
        self.requests.send(Request::Get(reply)).unwrap();
        receiver.recv().unwrap()
    }
}

pub fn start() -> (Client, JoinHandle<usize>) {
    let (requests, inbox) = mpsc::channel();
    let alive = Arc::new(());
    let clients = Arc::downgrade(&alive);
    let server = thread::spawn(move || {
        let mut number = 0;
        let mut served = 0;
        for request in inbox {
            if clients.strong_count() == 0 {
                break;
            }
            match request {
                Request::Add(n, reply) => {
                    number += n;
                    reply.send(number).ok();
                }
                Request::Get(reply) => {
                    reply.send(number).ok();
                }
            }
            served += 1;
        }
        served
    });
    (Client { requests, _alive: alive }, server)
}
