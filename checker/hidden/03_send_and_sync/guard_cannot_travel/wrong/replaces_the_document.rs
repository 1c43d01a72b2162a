// wrong: puts head and tail in the place of the document
// finding: head_and_tail_are_appended: wrong_result

use std::sync::Mutex;
use std::thread;

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    let tail = thread::scope(|scope| scope.spawn(make_tail).join().unwrap());
    *doc.lock().unwrap() = [head, &tail].concat();
}
