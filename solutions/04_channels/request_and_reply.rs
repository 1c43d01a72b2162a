//! # Request and reply
//!
//! The server cannot know who has asked, so the request has to say it: it carries the sender of a channel that was made
//! for this one reply. Then no other client can receive it, and a reply that nobody wants goes away with its channel.

use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

/// What a client asks for, and where the reply goes.
///
/// With one channel for all replies, locked or not, a client takes whatever is next. A lock that is held from the
/// request to the reply would keep replies apart, but then clients wait for each other even to ask, and a forgotten
/// reply would still be the next thing in the channel.
enum Request {
    Add { n: i64, reply: Sender<i64> },
    Get { reply: Sender<i64> },
}

/// Sends requests to the server. Every clone talks to the same server.
///
/// It holds a sender and nothing else. So when the last client is dropped the server learns it without being told: a
/// `Drop` that sends "stop" would have to know whether this is the last clone.
#[derive(Clone)]
pub struct Client {
    requests: Sender<Request>,
}

impl Client {
    /// Adds to the number and returns what it is then.
    pub fn add(&self, n: i64) -> i64 {
        self.ask(|reply| Request::Add { n, reply })
    }

    /// Adds to the number and does not wait for the reply.
    pub fn add_and_forget(&self, n: i64) {
        // The receiver is dropped at the end of this statement. An `Option<Sender<i64>>` would tell the server the same,
        // but a client may lose interest at any time, so the server has to cope with receivers that are gone anyway.
        let (reply, _) = mpsc::channel();
        self.send(Request::Add { n, reply });
    }

    /// What the number is.
    pub fn get(&self) -> i64 {
        self.ask(|reply| Request::Get { reply })
    }

    fn ask(&self, request: impl FnOnce(Sender<i64>) -> Request) -> i64 {
        let (reply, receiver) = mpsc::channel();
        self.send(request(reply));
        receiver.recv().expect("the server replies to every request")
    }

    fn send(&self, request: Request) {
        self.requests.send(request).expect("the server runs as long as there is a client");
    }
}

/// Starts the server. Its thread returns how many requests it has served.
pub fn start() -> (Client, JoinHandle<usize>) {
    let (requests, inbox) = mpsc::channel();
    // The only sender goes into the client. If the thread had one as well, the loop in it would never end.
    let server = thread::spawn(move || {
        let mut number = 0;
        let mut served = 0;
        for request in inbox {
            let reply = match request {
                Request::Add { n, reply } => {
                    number += n;
                    reply
                }
                Request::Get { reply } => reply,
            };
            // An error means that the client does not wait any more. That is its own business: with an `unwrap` here,
            // one impatient client would take the server away from all others.
            reply.send(number).ok();
            served += 1;
        }
        served
    });
    (Client { requests }, server)
}
