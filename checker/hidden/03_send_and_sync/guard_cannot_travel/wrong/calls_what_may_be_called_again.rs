// wrong: demands a make_tail that could be called again and by several threads
// finding: compile: interface

use std::sync::Mutex;
use std::thread;

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl Fn() -> Vec<u8> + Send + Sync) {
    let tail = thread::scope(|scope| scope.spawn(&make_tail).join().unwrap());

    let mut doc = doc.lock().unwrap();
    doc.extend_from_slice(head);
    doc.extend_from_slice(&tail);
}
