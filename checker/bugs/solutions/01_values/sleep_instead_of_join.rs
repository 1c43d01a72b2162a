// right: waits for the threads

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

pub fn count(threads: usize) -> u32 {
    let count = Arc::new(AtomicU32::new(0));
    let add = || {
        let count = Arc::clone(&count);
        thread::spawn(move || count.fetch_add(1, SeqCst))
    };
    let handles: Vec<_> = (0..threads).map(|_| add()).collect();
    for handle in handles {
        handle.join().unwrap();
    }
    count.load(SeqCst)
}
