// wrong: keeps the number in a static, which all servers share
// finding: servers_have_nothing_in_common: wrong_result

use std::sync::atomic::{AtomicI64, Ordering::SeqCst};
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

static NUMBER: AtomicI64 = AtomicI64::new(0);
#[derive(Clone)]
pub struct Client {
    tx: Sender<(Option<i64>, Sender<i64>)>,
}
impl Client {
    fn ask(&self, n: Option<i64>) -> mpsc::Receiver<i64> {
        let (r, rx) = mpsc::channel();
        self.tx.send((n, r)).unwrap();
        rx
    }
    pub fn add(&self, n: i64) -> i64 {
        self.ask(Some(n)).recv().unwrap()
    }
    pub fn add_and_forget(&self, n: i64) {
        self.ask(Some(n));
    }
    pub fn get(&self) -> i64 {
        self.ask(None).recv().unwrap()
    }
}
pub fn start() -> (Client, JoinHandle<usize>) {
    let (tx, rx) = mpsc::channel::<(Option<i64>, Sender<i64>)>();
    (
        Client { tx },
        thread::spawn(move || {
            let mut served = 0;
            for (n, r) in rx {
                let now = NUMBER.fetch_add(n.unwrap_or(0), SeqCst) + n.unwrap_or(0);
                r.send(now).ok();
                served += 1;
            }
            served
        }),
    )
}
