// wrong: holds the lock while it waits for a thread that wants the same lock
// finding: head_and_tail_are_appended: deadlock

use std::sync::Mutex;
use std::thread;

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    let mut guard = doc.lock().unwrap();
    guard.extend_from_slice(head);
    thread::scope(|scope| {
        let append_tail = || {
            let tail = make_tail();
            doc.lock().unwrap().extend_from_slice(&tail);
        };
        scope.spawn(append_tail).join().unwrap();
    });
    drop(guard);
}
