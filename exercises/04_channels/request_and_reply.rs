//! # Request and reply
//!
//! A thread owns a number. Clients send it requests, and it sends back what the number is then. With one client this
//! works. With two of them a client now and then gets the reply to a question that somebody else has asked. And a
//! client that does not wait for its reply leaves it lying around for the next one. Repair it.
//!
//! Why it matters: one thread that owns the data and serves requests in turn needs no lock around the data. Database
//! connections, sound devices and caches are often run in this way. It stands and falls with the way back: who gets
//! the reply, and what becomes of a reply that nobody waits for any more, because a user closed the window?
//!
//! ## What must hold
//!
//! - `start()` starts a thread, the server, that owns a number, which is 0 at first. It returns a client and the handle
//!   of that thread.
//! - `client.add(n)` adds `n` to the number and returns what the number is right after this addition.
//! - `client.add_and_forget(n)` sends the same request and returns nothing: the reply is for nobody.
//! - `client.get()` returns the number.
//! - A client can be cloned and sent to other threads. All clients may send requests at the same time. The server serves
//!   one request after the other: each addition is one step. The requests of one client are served in the order in
//!   which it made them.
//! - Every client gets the reply to its own request.
//! - The server ends when the last client has been dropped and every request that was sent before has been served, and
//!   not earlier. What its thread returns, so that `join` on the handle gives it, is the number of requests served:
//!   each `add`, each `add_and_forget` and each `get` is one.
//! - Nobody panics. The number stays far away from the limits of an `i64`.
//!
//! What requests and replies look like is up to you; nothing but `start` and `Client` with its three methods is public.
//!
//! Work at the `// TODO`s.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

// TODO: how does the server know where the reply to a request goes?
enum Request {
    Add(i64),
    Get,
}

/// Sends requests to the server. Every clone talks to the same server.
#[derive(Clone)]
pub struct Client {
    requests: Sender<Request>,
    replies: Arc<Mutex<Receiver<i64>>>,
}

impl Client {
    /// Adds to the number and returns what it is then.
    pub fn add(&self, n: i64) -> i64 {
        self.requests.send(Request::Add(n)).unwrap();
        self.replies.lock().unwrap().recv().unwrap()
    }

    /// Adds to the number and does not wait for the reply.
    pub fn add_and_forget(&self, n: i64) {
        // TODO: who receives the reply?
        self.requests.send(Request::Add(n)).unwrap();
    }

    /// What the number is.
    pub fn get(&self) -> i64 {
        self.requests.send(Request::Get).unwrap();
        self.replies.lock().unwrap().recv().unwrap()
    }
}

/// Starts the server. Its thread returns how many requests it has served.
pub fn start() -> (Client, JoinHandle<usize>) {
    let (requests, inbox) = mpsc::channel();
    let (outbox, replies) = mpsc::channel();
    let server = thread::spawn(move || {
        let mut number = 0;
        let mut served = 0;
        for request in inbox {
            match request {
                Request::Add(n) => number += n,
                Request::Get => {}
            }
            outbox.send(number).unwrap();
            served += 1;
        }
        served
    });
    let replies = Arc::new(Mutex::new(replies));
    (Client { requests, replies }, server)
}
