// right: keeps the lock while the other thread makes the tail

use std::sync::Mutex;
use std::thread;

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    let mut guard = doc.lock().unwrap();
    guard.extend_from_slice(head);
    let tail = thread::scope(|scope| scope.spawn(make_tail).join().unwrap());
    guard.extend_from_slice(&tail);
}
