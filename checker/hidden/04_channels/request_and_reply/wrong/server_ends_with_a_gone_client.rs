// wrong: takes a client that does not wait for its reply for the last client
// finding: a_forgotten_reply_disturbs_nobody: panic

use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

enum Request {
    Add(i64, Sender<i64>),
    Get(Sender<i64>),
}

#[derive(Clone)]
pub struct Client {
    requests: Sender<Request>,
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
    let server = thread::spawn(move || {
        let mut number = 0;
        let mut served = 0;
        for request in inbox {
            let reply = match request {
                Request::Add(n, reply) => {
                    number += n;
                    reply
                }
                Request::Get(reply) => reply,
            };
            served += 1;
            if reply.send(number).is_err() {
                break;
            }
        }
        served
    });
    (Client { requests }, server)
}
