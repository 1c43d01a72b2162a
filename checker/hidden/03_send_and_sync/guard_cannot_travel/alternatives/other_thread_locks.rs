// right: gives the lock to the other thread, which makes the tail and then appends both

use std::sync::Mutex;
use std::thread;

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    thread::scope(|scope| {
        scope.spawn(|| {
            let tail = make_tail();
            let mut doc = doc.lock().unwrap();
            doc.extend_from_slice(head);
            doc.extend_from_slice(&tail);
        });
    });
}
