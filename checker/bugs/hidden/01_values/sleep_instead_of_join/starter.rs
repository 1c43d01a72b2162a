// wrong: waits for a time, not for the threads

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;
use std::time::Duration;

pub fn count(threads: usize) -> u32 {
    let count = Arc::new(AtomicU32::new(0));
    for _ in 0..threads {
        let count = Arc::clone(&count);
        thread::spawn(move || count.fetch_add(1, SeqCst));
    }
    thread::sleep(Duration::from_millis(100)); //~ sleep
    count.load(SeqCst) //~ load
}
