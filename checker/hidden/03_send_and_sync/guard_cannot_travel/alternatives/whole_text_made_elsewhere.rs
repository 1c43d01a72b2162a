// right: the other thread puts head and tail together, and they are appended at once

use std::sync::Mutex;
use std::thread;

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    let head = head.to_vec();
    let both = thread::scope(|scope| scope.spawn(move || [head, make_tail()].concat()).join().unwrap());
    doc.lock().unwrap().extend(both);
}
