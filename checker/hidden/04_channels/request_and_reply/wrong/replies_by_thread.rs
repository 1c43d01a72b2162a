// wrong: keeps replies by thread, where a forgotten one lies in wait for the next
// finding: a_forgotten_reply_disturbs_nobody: wrong_result

use std::collections::HashMap;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle, ThreadId};

type R = Arc<(Mutex<HashMap<ThreadId, i64>>, Condvar)>;
#[derive(Clone)]
pub struct Client {
    s: Sender<(i64, ThreadId)>,
    r: R,
}

impl Client {
    fn ask(&self, n: i64) -> i64 {
        let me = thread::current().id();
        self.s.send((n, me)).unwrap();
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
        self.s.send((n, thread::current().id())).unwrap();
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
                r2.0.lock().unwrap().insert(id, x);
                r2.1.notify_all();
            }
            k
        }),
    )
}
