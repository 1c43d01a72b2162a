//! `Mutex` and `RwLock`.

use std::sync::{Arc, LockResult, Mutex, MutexGuard, RwLock, RwLockReadGuard, RwLockWriteGuard, TryLockError};
use std::thread;

super::probes! {
    a_mutex_keeps_additions_apart
    try_lock_fails_while_locked
    a_mutex_gives_its_value_back
    a_mutex_can_hold_what_has_no_size
    mutexes_are_made_of_values
    guards_show_what_they_guard
    readers_read_at_the_same_time
    try_read_and_try_write_fail_while_written
    a_writer_becomes_a_reader
    a_rwlock_gives_its_value_back
    locks_are_shared_by_reference
    a_static_mutex_needs_no_arc
    temporaries_are_unlocked_at_the_end_of_the_statement
}

fn a_mutex_keeps_additions_apart() {
    let count = Arc::new(Mutex::new(0));
    let threads: Vec<_> = (0..2)
        .map(|_| {
            let count = Arc::clone(&count);
            thread::spawn(move || *count.lock().unwrap() += 1)
        })
        .collect();
    threads.into_iter().for_each(|thread| thread.join().unwrap());
    assert_eq!(*count.lock().unwrap(), 2);
}

fn try_lock_fails_while_locked() {
    let lock = Mutex::new(1);
    let guard = lock.lock().unwrap();
    assert!(matches!(lock.try_lock(), Err(TryLockError::WouldBlock)));
    assert!(format!("{lock:?}").contains("<locked>"));
    drop(guard);
    *lock.try_lock().unwrap() += 1;
    assert_eq!(lock.try_lock().map(|guard| *guard).ok(), Some(2));
}

fn a_mutex_gives_its_value_back() {
    let mut lock = Mutex::new(vec![1]);
    lock.get_mut().unwrap().push(2);
    lock.lock().unwrap().push(3);
    assert!(!lock.is_poisoned());
    assert_eq!(lock.into_inner().unwrap(), [1, 2, 3]);
}

fn a_mutex_can_hold_what_has_no_size() {
    let shared: Arc<Mutex<dyn FnMut() -> u32 + Send>> = Arc::new(Mutex::new({
        let mut calls = 0;
        move || {
            calls += 1;
            calls
        }
    }));
    let other = Arc::clone(&shared);
    thread::spawn(move || (other.lock().unwrap())()).join().unwrap();
    assert_eq!((shared.lock().unwrap())(), 2);
    let slice: &Mutex<[u8]> = &Mutex::new([1, 2]);
    assert_eq!(slice.lock().unwrap().len(), 2);
}

fn mutexes_are_made_of_values() {
    #[derive(Default)]
    struct Shared {
        count: Mutex<u32>,
        names: RwLock<Vec<String>>,
    }
    let shared = Shared::default();
    assert_eq!(*shared.count.lock().unwrap(), 0);
    assert!(shared.names.read().unwrap().is_empty());
    assert_eq!(*Mutex::from(3).lock().unwrap() + *RwLock::from(4).read().unwrap(), 7);
}

fn guards_show_what_they_guard() {
    let (mutex, lock) = (Mutex::new(1), RwLock::new("text"));
    let guard: MutexGuard<'_, i32> = mutex.lock().unwrap();
    assert_eq!(format!("{guard} {guard:?}"), "1 1");
    let read: LockResult<RwLockReadGuard<'_, &str>> = lock.read();
    assert_eq!(format!("{}", read.unwrap()), "text");
    assert!(format!("{lock:?}").contains("text"));
}

fn readers_read_at_the_same_time() {
    let lock = RwLock::new(5);
    let barrier = std::sync::Barrier::new(2);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let value = lock.read().unwrap();
                barrier.wait();
                assert_eq!(*value, 5);
            });
        }
    });
}

fn try_read_and_try_write_fail_while_written() {
    let lock = RwLock::new(1);
    let mut writer: RwLockWriteGuard<'_, i32> = lock.write().unwrap();
    *writer += 1;
    assert!(matches!(lock.try_read(), Err(TryLockError::WouldBlock)));
    assert!(lock.try_write().is_err());
    drop(writer);
    let reader = lock.try_read().unwrap();
    assert!(lock.try_write().is_err());
    assert_eq!(*reader, 2);
}

fn a_writer_becomes_a_reader() {
    let lock = RwLock::new(1);
    let mut writer = lock.write().unwrap();
    *writer = 2;
    let reader = RwLockWriteGuard::downgrade(writer);
    assert_eq!(*reader, 2);
    assert!(lock.try_write().is_err());
    assert_eq!(*lock.try_read().unwrap(), 2);
}

fn a_rwlock_gives_its_value_back() {
    let mut lock = RwLock::new(vec![1]);
    lock.get_mut().unwrap().push(2);
    lock.write().unwrap().push(3);
    assert_eq!(lock.into_inner().unwrap(), [1, 2, 3]);
}

fn locks_are_shared_by_reference() {
    let (mutex, lock) = (Mutex::new(0), RwLock::new(0));
    thread::scope(|scope| {
        scope.spawn(|| *mutex.lock().unwrap() += 1);
        scope.spawn(|| *lock.write().unwrap() += 1);
    });
    assert_eq!((*mutex.lock().unwrap(), *lock.read().unwrap()), (1, 1));
}

fn a_static_mutex_needs_no_arc() {
    static LOG: Mutex<Vec<u32>> = Mutex::new(Vec::new());
    static TABLE: RwLock<Option<String>> = RwLock::new(None);
    thread::spawn(|| LOG.lock().unwrap().push(1)).join().unwrap();
    *TABLE.write().unwrap() = Some("text".to_owned());
    assert_eq!((LOG.lock().unwrap().len(), TABLE.read().unwrap().as_deref()), (1, Some("text")));
}

fn temporaries_are_unlocked_at_the_end_of_the_statement() {
    let lock = Mutex::new(Some(1));
    let first = lock.lock().unwrap().take();
    if let Some(value) = first {
        *lock.lock().unwrap() = Some(value + 1);
    }
    let Some(value) = *lock.lock().unwrap() else { unreachable!() };
    assert_eq!((value, *lock.lock().unwrap()), (2, Some(2)));
}
