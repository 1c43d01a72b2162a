// right: the tail comes through a channel

use std::sync::{Mutex, mpsc};
use std::thread;

pub fn finish_elsewhere(doc: &Mutex<Vec<u8>>, head: &[u8], make_tail: impl FnOnce() -> Vec<u8> + Send) {
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(move || sender.send(make_tail()).unwrap());
        let tail = receiver.recv().unwrap();
        let mut doc = doc.lock().unwrap();
        doc.extend_from_slice(head);
        doc.extend_from_slice(&tail);
    });
}
