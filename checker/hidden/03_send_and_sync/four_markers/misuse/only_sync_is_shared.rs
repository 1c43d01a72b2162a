//! `OnlySync` is like the guard of a lock: other threads may look at it while it stays where it is.

use std::thread;

use exercise::OnlySync;

fn main() {
    let guard = OnlySync::new(1);
    thread::scope(|scope| {
        scope.spawn(|| guard.get());
        scope.spawn(|| guard.get());
    });
}
