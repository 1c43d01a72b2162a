//! The guard would be put in by one thread and dropped by another: a mutex unlocked by a thread that never locked it.
//! A `MutexGuard` may be looked at by other threads, but not handed to them.

use std::sync::{Mutex, MutexGuard};
use std::thread;

use exercise::Publish;

static MUTEX: Mutex<u8> = Mutex::new(0);

fn main() {
    let shared: Publish<MutexGuard<'static, u8>> = Publish::new();
    thread::scope(|scope| {
        scope.spawn(|| shared.set(MUTEX.lock().unwrap()).is_ok()); //~ E0277 MutexGuard<'static, u8> cannot be sent
    });
    drop(shared);
}
