// right: every client has one channel for its replies, and a clone gets a new one

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

struct Request {
    n: i64,
    reply: Option<Sender<i64>>,
}

pub struct Client {
    requests: Sender<Request>,
    reply: Sender<i64>,
    replies: Receiver<i64>,
}

impl Clone for Client {
    fn clone(&self) -> Self {
        Client::new(self.requests.clone())
    }
}

impl Client {
    fn new(requests: Sender<Request>) -> Self {
        let (reply, replies) = mpsc::channel();
        Client { requests, reply, replies }
    }

    pub fn add(&self, n: i64) -> i64 {
        self.requests.send(Request { n, reply: Some(self.reply.clone()) }).unwrap();
        self.replies.recv().unwrap()
    }

    pub fn add_and_forget(&self, n: i64) {
        self.requests.send(Request { n, reply: None }).unwrap();
    }

    pub fn get(&self) -> i64 {
        self.add(0)
    }
}

pub fn start() -> (Client, JoinHandle<usize>) {
    let (requests, inbox) = mpsc::channel::<Request>();
    let server = thread::spawn(move || {
        let mut number = 0;
        let mut served = 0;
        for Request { n, reply } in inbox {
            number += n;
            served += 1;
            if let Some(reply) = reply {
                reply.send(number).unwrap_or_default();
            }
        }
        served
    });
    (Client::new(requests), server)
}
