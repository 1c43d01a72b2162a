// wrong: remembers where the head ends, and puts the tail in there later
// finding: nobody_sees_half_of_it: wrong_result

use std::sync::Mutex;
use std::thread;

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    let end = {
        let mut doc = doc.lock().unwrap();
        doc.extend_from_slice(head);
        doc.len()
    };
    let tail = thread::scope(|scope| scope.spawn(make_tail).join().unwrap());
    doc.lock().unwrap().splice(end..end, tail);
}
