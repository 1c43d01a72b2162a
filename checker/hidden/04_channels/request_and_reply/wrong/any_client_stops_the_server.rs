// wrong: every client that is dropped tells the server to stop, though others may still need it
// finding: two_clients_each_get_their_own_reply: panic

use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

enum Request {
    Add(i64, Sender<i64>),
    Get(Sender<i64>),
    Stop,
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

impl Drop for Client {
    fn drop(&mut self) {
        self.requests.send(Request::Stop).ok();
    }
}

pub fn start() -> (Client, JoinHandle<usize>) {
    let (requests, inbox) = mpsc::channel();
    let server = thread::spawn(move || {
        let mut number = 0;
        let mut served = 0;
        for request in inbox {
            match request {
                Request::Add(n, reply) => {
                    number += n;
                    reply.send(number).ok();
                }
                Request::Get(reply) => {
                    reply.send(number).ok();
                }
                Request::Stop => break,
            }
            served += 1;
        }
        served
    });
    (Client { requests }, server)
}
