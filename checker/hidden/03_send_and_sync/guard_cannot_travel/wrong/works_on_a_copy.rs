// wrong: works on a copy and puts it in the place of the document: what others appended is gone
// finding: what_others_append_stays: wrong_result

use std::sync::Mutex;
use std::thread;

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    let mut copy = doc.lock().unwrap().clone();
    copy.extend_from_slice(head);
    let tail = thread::scope(|scope| scope.spawn(make_tail).join().unwrap());
    copy.extend_from_slice(&tail);
    *doc.lock().unwrap() = copy;
}
