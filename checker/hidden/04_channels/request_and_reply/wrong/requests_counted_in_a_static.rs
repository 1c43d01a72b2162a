// wrong: counts the requests in a static, which all servers share
// finding: servers_have_nothing_in_common: wrong_result

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

static SERVED: AtomicUsize = AtomicUsize::new(0);
#[derive(Clone)]
pub struct Client {
    tx: Sender<(i64, Sender<i64>)>,
}
impl Client {
    pub fn add(&self, n: i64) -> i64 {
        SERVED.fetch_add(1, SeqCst);
        let (r, rx) = mpsc::channel();
        self.tx.send((n, r)).unwrap();
        rx.recv().unwrap()
    }
    pub fn add_and_forget(&self, n: i64) {
        SERVED.fetch_add(1, SeqCst);
        let (r, _) = mpsc::channel();
        self.tx.send((n, r)).unwrap();
    }
    pub fn get(&self) -> i64 {
        self.add(0)
    }
}
pub fn start() -> (Client, JoinHandle<usize>) {
    let (tx, rx) = mpsc::channel::<(i64, Sender<i64>)>();
    (
        Client { tx },
        thread::spawn(move || {
            let mut number = 0;
            for (n, r) in rx {
                number += n;
                r.send(number).ok();
            }
            SERVED.load(SeqCst)
        }),
    )
}
