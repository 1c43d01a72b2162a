// wrong: starts an ordinary thread, which may not borrow
// finding: compile: E0310

use std::sync::Mutex;
use std::thread;

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    let tail = thread::spawn(make_tail).join().unwrap();
    let mut doc = doc.lock().unwrap();
    doc.extend_from_slice(head);
    doc.extend_from_slice(&tail);
}
