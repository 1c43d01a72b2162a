//! A semaphore is for many threads, and a permit may be dropped on another one than it was acquired on.

use std::thread;

use exercise::Semaphore;

fn main() {
    let semaphore = Semaphore::new(1);
    thread::scope(|scope| {
        let permit = semaphore.acquire();
        scope.spawn(|| drop(semaphore.try_acquire()));
        scope.spawn(move || drop(permit));
    });
}
