//! Locks whose holder panicked.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, Once, OnceLock, PoisonError, RwLock, TryLockError};
use std::thread;

super::probes! {
    a_panic_poisons_the_mutex_that_is_held
    poison_can_be_cleared
    a_poisoned_value_can_still_be_reached
    only_a_writer_poisons_a_rwlock
    a_panic_elsewhere_poisons_nothing
    a_poisoned_mutex_comes_out_of_wait
    a_once_is_poisoned_by_a_panic
    a_once_lock_is_not_poisoned_by_a_panic
}

fn poisoned<T: Send + Sync + 'static>(value: T) -> Arc<Mutex<T>> {
    let lock = Arc::new(Mutex::new(value));
    let other = Arc::clone(&lock);
    let result = thread::spawn(move || {
        let _guard = other.lock().unwrap();
        panic!("on purpose");
    });
    assert!(result.join().is_err());
    lock
}

fn a_panic_poisons_the_mutex_that_is_held() {
    let lock = poisoned(1);
    assert!(lock.is_poisoned());
    assert!(lock.lock().is_err());
    assert!(matches!(lock.try_lock(), Err(TryLockError::Poisoned(_))));
    assert!(format!("{lock:?}").contains("poisoned: true"));
}

fn poison_can_be_cleared() {
    let lock = poisoned(1);
    let mut guard = lock.lock().unwrap_or_else(|poison| poison.into_inner());
    *guard = 2;
    lock.clear_poison();
    drop(guard);
    assert_eq!(*lock.lock().unwrap(), 2);
    let rwlock = RwLock::new(0);
    let _ = catch_unwind(AssertUnwindSafe(|| {
        let _guard = rwlock.write().unwrap();
        panic!("on purpose");
    }));
    assert!(rwlock.is_poisoned());
    rwlock.clear_poison();
    assert!(rwlock.read().is_ok());
}

fn a_poisoned_value_can_still_be_reached() {
    let lock = poisoned(vec![1]);
    let mut error = lock.lock().unwrap_err();
    assert_eq!(error.get_ref().len(), 1);
    error.get_mut().push(2);
    assert_eq!(*error.into_inner(), [1, 2]);
    assert_eq!(lock.lock().unwrap_or_else(PoisonError::into_inner).len(), 2);
    let lock = Arc::try_unwrap(lock).expect("there is one handle");
    assert_eq!(lock.into_inner().unwrap_err().into_inner(), [1, 2]);
}

fn only_a_writer_poisons_a_rwlock() {
    let lock = RwLock::new(0);
    let _ = catch_unwind(AssertUnwindSafe(|| {
        let _guard = lock.read().unwrap();
        panic!("on purpose");
    }));
    assert!(!lock.is_poisoned());
    let _ = catch_unwind(AssertUnwindSafe(|| {
        let _guard = lock.write().unwrap();
        panic!("on purpose");
    }));
    assert!(lock.read().is_err() && lock.write().is_err());
}

fn a_panic_elsewhere_poisons_nothing() {
    let locks = Arc::new((Mutex::new(0), Mutex::new(0)));
    let other = Arc::clone(&locks);
    let thread = thread::spawn(move || {
        drop(other.0.lock().unwrap());
        panic!("on purpose");
    });
    *locks.1.lock().unwrap() += 1;
    assert!(thread.join().is_err());
    assert!(locks.0.lock().is_ok() && locks.1.lock().is_ok());
}

fn a_poisoned_mutex_comes_out_of_wait() {
    let shared = Arc::new((Mutex::new(false), Condvar::new()));
    let other = Arc::clone(&shared);
    let thread = thread::spawn(move || {
        let mut ready = other.0.lock().unwrap();
        *ready = true;
        other.1.notify_all();
        panic!("on purpose");
    });
    let (lock, changed) = &*shared;
    let mut ready = lock.lock().unwrap_or_else(PoisonError::into_inner);
    while !*ready {
        ready = changed.wait(ready).unwrap_or_else(PoisonError::into_inner);
    }
    drop(ready);
    assert!(thread.join().is_err() && lock.is_poisoned());
}

fn a_once_is_poisoned_by_a_panic() {
    let once = Once::new();
    assert!(catch_unwind(AssertUnwindSafe(|| once.call_once(|| panic!("on purpose")))).is_err());
    assert!(catch_unwind(AssertUnwindSafe(|| once.call_once(|| ()))).is_err());
    assert!(!once.is_completed());
    once.call_once_force(|state| assert!(state.is_poisoned()));
    assert!(once.is_completed());
}

fn a_once_lock_is_not_poisoned_by_a_panic() {
    let cell = OnceLock::new();
    let result = catch_unwind(AssertUnwindSafe(|| *cell.get_or_init(|| -> u32 { panic!("on purpose") })));
    assert!(result.is_err());
    assert_eq!((cell.get(), *cell.get_or_init(|| 2)), (None, 2));
}
