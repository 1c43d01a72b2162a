// wrong: returns early if the head is empty, without the tail
// finding: head_or_tail_may_be_empty: wrong_result

use std::sync::Mutex;
use std::thread;

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    if head.is_empty() {
        return;
    }
    let tail = thread::scope(|scope| scope.spawn(make_tail).join().unwrap());

    let mut doc = doc.lock().unwrap();
    doc.extend_from_slice(head);
    doc.extend_from_slice(&tail);
}
