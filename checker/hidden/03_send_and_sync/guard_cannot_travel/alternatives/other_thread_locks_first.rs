// right: the other thread holds the lock while it makes the tail

use std::sync::Mutex;
use std::thread;

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut doc = doc.lock().unwrap();
            doc.extend_from_slice(head);
            doc.append(&mut make_tail());
        });
    });
}
