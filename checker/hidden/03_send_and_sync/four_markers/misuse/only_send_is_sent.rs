//! `OnlySend` is like a connection: it may move to the thread that uses it next.

use std::thread;

use exercise::OnlySend;

fn main() {
    let connection = OnlySend::new(1);
    let connection = thread::spawn(move || connection).join().unwrap();
    connection.get();
}
