// right: the server looks again and again; nobody said that it must sleep

use std::sync::mpsc::{self, Sender, TryRecvError};
use std::thread::{self, JoinHandle};

#[derive(Clone)]
pub struct Client {
    s: Sender<(i64, Sender<i64>)>,
}

impl Client {
    fn go(&self, n: i64) -> mpsc::Receiver<i64> {
        let (s, r) = mpsc::channel();
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
        self.go(n);
    }
}

pub fn start() -> (Client, JoinHandle<usize>) {
    let (s, inbox) = mpsc::channel::<(i64, Sender<i64>)>();
    (
        Client { s },
        thread::spawn(move || {
            let (mut x, mut k) = (0, 0);
            loop {
                match inbox.try_recv() {
                    Ok((n, to)) => {
                        k += 1;
                        x += n;
                        to.send(x).ok();
                    }
                    Err(TryRecvError::Empty) => thread::yield_now(),
                    Err(_) => return k,
                }
            }
        }),
    )
}
