// wrong: makes the tail in the call of spawn: the thread only carries it back
// finding: the_tail_is_made_elsewhere: wrong_result

use std::sync::Mutex;
use std::thread;

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    let tail = make_tail();
    let tail = thread::scope(|scope| scope.spawn(move || tail).join().unwrap());
    let mut doc = doc.lock().unwrap();
    doc.extend_from_slice(head);
    doc.extend_from_slice(&tail);
}
