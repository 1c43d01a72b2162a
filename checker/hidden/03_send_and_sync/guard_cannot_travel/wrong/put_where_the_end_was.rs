// wrong: remembers where the document ends, and later puts head and tail there, in front of what others have appended
// finding: what_others_append_stays: wrong_result

use std::sync::Mutex;
use std::thread;

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    let end = doc.lock().unwrap().len();
    let tail = thread::scope(|scope| scope.spawn(make_tail).join().unwrap());

    let mut doc = doc.lock().unwrap();
    doc.splice(end..end, head.iter().copied().chain(tail));
}
