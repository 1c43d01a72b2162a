//! `OnlySync` is like the guard of a lock: the thread that locked must unlock. Moved away, it would be dropped, and so
//! unlocked, on a thread that never locked.

use std::thread;

use exercise::OnlySync;

fn main() {
    let guard = OnlySync::new(1);
    thread::spawn(move || guard.get()); //~ E0277 between threads safely
}
