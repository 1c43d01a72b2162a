// wrong: takes the contents out, works on them without the lock, and puts them back
// finding: nobody_sees_half_of_it: wrong_result

use std::sync::Mutex;
use std::thread;

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    let mut contents = std::mem::take(&mut *doc.lock().unwrap());
    contents.extend_from_slice(head);
    let contents = thread::scope(|scope| {
        let finish = move || {
            contents.append(&mut make_tail());
            contents
        };
        scope.spawn(finish).join().unwrap()
    });
    *doc.lock().unwrap() = contents;
}
