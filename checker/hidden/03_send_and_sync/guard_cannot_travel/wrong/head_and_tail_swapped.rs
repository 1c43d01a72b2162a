// wrong: lets the other thread append the tail, and appends the head afterwards
// finding: head_and_tail_are_appended: wrong_result

use std::sync::Mutex;
use std::thread;

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    thread::scope(|scope| {
        scope.spawn(|| {
            let tail = make_tail();
            doc.lock().unwrap().extend_from_slice(&tail);
        });
    });
    doc.lock().unwrap().extend_from_slice(head);
}
