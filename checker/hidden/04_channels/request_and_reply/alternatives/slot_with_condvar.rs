// right: the reply goes into a slot that the client waits at with a condition variable

use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

#[derive(Clone, Default)]
struct Slot {
    shared: Arc<(Mutex<Option<i64>>, Condvar)>,
}

impl Slot {
    fn put(&self, value: i64) {
        let (slot, filled) = &*self.shared;
        *slot.lock().unwrap() = Some(value);
        filled.notify_one();
    }

    fn take(&self) -> i64 {
        let (slot, filled) = &*self.shared;
        let mut slot = filled.wait_while(slot.lock().unwrap(), |slot| slot.is_none()).unwrap();
        slot.take().unwrap()
    }
}

struct Request {
    n: i64,
    reply: Slot,
}

#[derive(Clone)]
pub struct Client {
    requests: Sender<Request>,
}

impl Client {
    pub fn add(&self, n: i64) -> i64 {
        self.send(n).take()
    }

    pub fn add_and_forget(&self, n: i64) {
        self.send(n);
    }

    pub fn get(&self) -> i64 {
        self.add(0)
    }

    fn send(&self, n: i64) -> Slot {
        let reply = Slot::default();
        self.requests.send(Request { n, reply: reply.clone() }).unwrap();
        reply
    }
}

pub fn start() -> (Client, JoinHandle<usize>) {
    let (requests, inbox) = mpsc::channel::<Request>();
    let server = thread::spawn(move || {
        let mut number = 0;
        let mut served = 0;
        while let Ok(request) = inbox.recv() {
            number += request.n;
            served += 1;
            request.reply.put(number);
        }
        served
    });
    (Client { requests }, server)
}
