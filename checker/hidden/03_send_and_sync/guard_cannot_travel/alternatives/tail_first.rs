// right: makes the tail first, then appends both under one lock

use std::sync::Mutex;
use std::thread;

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    let tail = thread::scope(|scope| scope.spawn(make_tail).join().unwrap());
    doc.lock().unwrap().extend(head.iter().chain(&tail));
}
