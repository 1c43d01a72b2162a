// wrong: appends the head, unlocks, and locks again for the tail
// finding: nobody_sees_half_of_it: wrong_result

use std::sync::Mutex;
use std::thread;

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    doc.lock().unwrap().extend_from_slice(head);
    thread::scope(|scope| {
        scope.spawn(|| {
            let tail = make_tail();
            doc.lock().unwrap().extend_from_slice(&tail);
        });
    });
}
