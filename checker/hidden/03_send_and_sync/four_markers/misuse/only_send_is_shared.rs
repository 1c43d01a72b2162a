//! `OnlySend` is like a connection: two threads that use it at the same time would mix their requests.

use std::thread;

use exercise::OnlySend;

fn main() {
    let connection = OnlySend::new(1);
    thread::scope(|scope| {
        scope.spawn(|| connection.get()); //~ E0277 between threads safely
    });
}
