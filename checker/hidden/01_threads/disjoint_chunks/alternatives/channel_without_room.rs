// right: hands one element after the other over a channel without room

use std::sync::{Mutex, mpsc};
use std::thread;

pub fn for_each_mut<T: Send>(data: &mut [T], workers: usize, f: impl Fn(&mut T) + Sync) {
    let w = real(workers);
    let (tx, rx) = mpsc::sync_channel::<&mut T>(0);
    let rx = Mutex::new(rx);
    thread::scope(|s| {
        for _ in 0..w {
            s.spawn(|| {
                loop {
                    let x = rx.lock().unwrap().recv();
                    match x {
                        Ok(x) => f(x),
                        Err(_) => break,
                    }
                }
            });
        }
        for x in data {
            tx.send(x).unwrap();
        }
        drop(tx);
    });
}

fn real(workers: usize) -> usize {
    if workers == 0 { thread::available_parallelism().map_or(1, |n| n.get()) } else { workers }
}
