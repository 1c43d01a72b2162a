// wrong: keeps the guard at home, and the work as well
// finding: the_tail_is_made_elsewhere: wrong_result

use std::sync::Mutex;

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    let mut doc = doc.lock().unwrap();
    doc.extend_from_slice(head);
    doc.extend_from_slice(&make_tail());
}
