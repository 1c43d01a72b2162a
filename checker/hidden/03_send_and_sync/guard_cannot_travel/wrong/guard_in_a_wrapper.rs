// wrong: declares by `unsafe` that the guard may travel
// finding: compile: unsafe_code

use std::sync::{Mutex, MutexGuard};
use std::thread;

struct Travelling<'a>(MutexGuard<'a, Vec<u8>>);

// SAFETY: only one thread has it at a time.
unsafe impl Send for Travelling<'_> {}

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    let mut guard = Travelling(doc.lock().unwrap());
    guard.0.extend_from_slice(head);
    thread::scope(|scope| {
        scope.spawn(move || {
            let mut guard = guard;
            guard.0.append(&mut make_tail());
        });
    });
}
