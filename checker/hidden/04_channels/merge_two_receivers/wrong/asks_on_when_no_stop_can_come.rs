// wrong: goes on asking for a stop when its sender is gone, which never waits
// finding: it_waits_when_no_stop_can_come: livelock

use std::sync::mpsc::{self, Receiver};
use std::thread;

pub fn sum_until_stop(data: Receiver<u64>, stop: Receiver<()>) -> u64 {
    enum E {
        V(u64),
        End,
        Stop,
    }
    let (s, r) = mpsc::channel();
    let s2 = s.clone();
    thread::spawn(move || {
        loop {
            match stop.recv() {
                Ok(()) => {
                    s2.send(E::Stop).ok();
                    return;
                }
                Err(_) => {
                    thread::yield_now();
                    if s2.send(E::V(0)).is_err() {
                        return;
                    }
                }
            }
        }
    });
    thread::spawn(move || {
        for v in data {
            if s.send(E::V(v)).is_err() {
                return;
            }
        }
        s.send(E::End).ok();
    });
    let mut sum = 0;
    loop {
        match r.recv().unwrap() {
            E::V(v) => sum += v,
            _ => return sum,
        }
    }
}
