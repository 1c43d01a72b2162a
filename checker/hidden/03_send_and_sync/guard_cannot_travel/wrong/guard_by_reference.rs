// wrong: lends the guard instead of moving it: a `&mut` to a guard is no more Send than the guard
// finding: compile: E0277

use std::sync::Mutex;
use std::thread;

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    let mut guard = doc.lock().unwrap();
    guard.extend_from_slice(head);
    thread::scope(|scope| {
        scope.spawn(|| guard.append(&mut make_tail()));
    });
}
