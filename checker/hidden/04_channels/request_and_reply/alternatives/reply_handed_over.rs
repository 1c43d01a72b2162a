// right: the reply channel has no room; who forgets has dropped its end, and the server goes on

use std::sync::mpsc::{self, Sender, SyncSender};
use std::thread::{self, JoinHandle};

#[derive(Clone)]
pub struct Client {
    s: Sender<(i64, SyncSender<i64>)>,
}

impl Client {
    fn go(&self, n: i64) -> mpsc::Receiver<i64> {
        let (s, r) = mpsc::sync_channel(0);
        self.s.send((n, s)).unwrap();
        r
    }

    pub fn add(&self, n: i64) -> i64 {
        self.go(n).recv().unwrap()
    }

    pub fn get(&self) -> i64 {
        self.add(0)
    }

    pub fn add_and_forget(&self, n: i64) {
        let _reply = self.go(n);
    }
}

pub fn start() -> (Client, JoinHandle<usize>) {
    let (s, inbox) = mpsc::channel::<(i64, SyncSender<i64>)>();
    (
        Client { s },
        thread::spawn(move || {
            let (mut x, mut k) = (0, 0);
            for (n, to) in inbox {
                k += 1;
                x += n;
                to.send(x).ok();
            }
            k
        }),
    )
}
