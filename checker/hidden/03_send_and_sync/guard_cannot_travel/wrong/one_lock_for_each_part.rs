// wrong: makes the tail first, but appends the two parts under two locks
// finding: nobody_sees_half_of_it: wrong_result

use std::sync::Mutex;
use std::thread;

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    let tail = thread::scope(|scope| scope.spawn(make_tail).join().unwrap());
    doc.lock().unwrap().extend_from_slice(head);
    doc.lock().unwrap().extend_from_slice(&tail);
}
