// right: keeps the guard here and lends the other thread what is in it

use std::sync::Mutex;
use std::thread;

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    let mut guard = doc.lock().unwrap();
    guard.extend_from_slice(head);
    let contents: &mut Vec<u8> = &mut guard;
    thread::scope(|scope| {
        scope.spawn(move || contents.append(&mut make_tail()));
    });
}
