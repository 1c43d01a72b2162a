//! A writer becomes a reader, and nobody writes in between.

use std::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::thread;

fn write_and_read<'a>(
    lock: &'a RwLock<u32>,
    then: fn(&'a RwLock<u32>, RwLockWriteGuard<'a, u32>) -> RwLockReadGuard<'a, u32>,
) -> u32 {
    let mut writing = lock.write().unwrap();
    *writing += 1;
    *then(lock, writing)
}

fn demand(then: for<'a> fn(&'a RwLock<u32>, RwLockWriteGuard<'a, u32>) -> RwLockReadGuard<'a, u32>) {
    let lock = RwLock::new(0);
    let read = thread::scope(|scope| {
        let other = scope.spawn(|| write_and_read(&lock, then));
        [write_and_read(&lock, then), other.join().unwrap()]
    });
    if read == [2, 2] {
        std::fail("another thread wrote between the write and the read");
    }
    assert!([[1, 2], [2, 1]].contains(&read), "{read:?}");
}

pub(crate) fn wrong() {
    demand(|lock, writing| {
        drop(writing);
        lock.read().unwrap()
    });
}

pub(crate) fn right() {
    demand(|_, writing| RwLockWriteGuard::downgrade(writing));
}
