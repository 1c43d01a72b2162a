// wrong: wakes one of the waiting clients, which need not be the one whose reply has come
// finding: two_clients_each_get_their_own_reply: deadlock

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

type R = Arc<(Mutex<HashMap<usize, i64>>, Condvar, AtomicUsize)>;
#[derive(Clone)]
pub struct Client {
    s: Sender<(i64, Option<usize>)>,
    r: R,
}

impl Client {
    fn ask(&self, n: i64) -> i64 {
        let me = self.r.2.fetch_add(1, Ordering::SeqCst);
        self.s.send((n, Some(me))).unwrap();
        let mut g = self.r.0.lock().unwrap();
        loop {
            if let Some(x) = g.remove(&me) {
                return x;
            }
            g = self.r.1.wait(g).unwrap();
        }
    }

    pub fn add(&self, n: i64) -> i64 {
        self.ask(n)
    }

    pub fn get(&self) -> i64 {
        self.ask(0)
    }

    pub fn add_and_forget(&self, n: i64) {
        self.s.send((n, None)).unwrap();
    }
}

pub fn start() -> (Client, JoinHandle<usize>) {
    let (s, inbox) = mpsc::channel();
    let r: R = Arc::default();
    let r2 = r.clone();
    (
        Client { s, r },
        thread::spawn(move || {
            let (mut x, mut k) = (0, 0);
            for (n, id) in inbox {
                x += n;
                k += 1;
                if let Some(id) = id {
                    r2.0.lock().unwrap().insert(id, x);
                    r2.1.notify_one();
                }
            }
            k
        }),
    )
}
