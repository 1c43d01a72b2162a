//! Programs that use `parking_lot`, one wrong and one right, over every schedule.

#[macro_use]
extern crate threadlings_schedules as std;
extern crate threadlings_parking_lot as parking_lot;

#[path = "../../../schedules/tests/judge/mod.rs"]
mod judge;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;
use std::time::Duration;

use judge::*;
use parking_lot::{Condvar, Mutex, Once, OnceState, RwLock, RwLockUpgradableReadGuard, RwLockWriteGuard};
use threadlings_report::Kind;

#[test]
fn lost_update() {
    fn add(apart: bool) {
        let count = Arc::new(Mutex::new(0));
        let shared = Arc::clone(&count);
        join_all(two(move |_| {
            if apart {
                let old = *shared.lock();
                *shared.lock() = old + 1;
            } else {
                *shared.lock() += 1;
            }
        }));
        assert_eq!(*count.lock(), 2, "an addition was lost");
    }
    assert_eq!(wrong_and_right(|| add(true), || add(false)), Kind::WrongResult);
}

#[test]
fn two_locks_in_two_orders() {
    fn take(same: bool) {
        let locks = Arc::new([Mutex::new(0), Mutex::new(0)]);
        join_all(two(move |number| {
            let first = if same { 0 } else { number };
            let one = locks[first].lock();
            let other = locks[1 - first].lock();
            drop((one, other));
        }));
    }
    assert_eq!(wrong_and_right(|| take(false), || take(true)), Kind::Deadlock);
}

#[test]
fn locking_twice() {
    let found = finding("", || {
        let lock = Mutex::new(0);
        let first = lock.lock();
        let second = lock.lock();
        drop((first, second));
    });
    assert_eq!(found.kind, Kind::Deadlock);
}

#[test]
fn look_and_write_with_a_gap() {
    fn build(upgrades: bool) {
        let built = Arc::new(AtomicUsize::new(0));
        let (table, count) = (Arc::new(RwLock::new(None)), Arc::clone(&built));
        join_all(two(move |_| {
            if upgrades {
                let look = table.upgradable_read();
                if look.is_none() {
                    *RwLockUpgradableReadGuard::upgrade(look) = Some(count.fetch_add(1, SeqCst));
                }
            } else if table.read().is_none() {
                *table.write() = Some(count.fetch_add(1, SeqCst));
            }
        }));
        assert_eq!(built.load(SeqCst), 1, "the value was made twice");
    }
    assert_eq!(wrong_and_right(|| build(false), || build(true)), Kind::WrongResult);
}

#[test]
fn read_after_write_with_a_gap() {
    fn replace(downgrades: bool) {
        let value = Arc::new(RwLock::new(0));
        join_all(two(move |number| {
            let mut writer = value.write();
            *writer = number;
            let read = if downgrades {
                *RwLockWriteGuard::downgrade(writer)
            } else {
                drop(writer);
                *value.read()
            };
            assert_eq!(read, number, "another thread wrote in between");
        }));
    }
    assert_eq!(wrong_and_right(|| replace(false), || replace(true)), Kind::WrongResult);
}

#[test]
fn a_panic_poisons_nothing() {
    passes("", || {
        let lock = Arc::new(Mutex::new(0));
        let shared = Arc::clone(&lock);
        let worker = thread::spawn(move || {
            let _held = shared.lock();
            panic!("on purpose");
        });
        *lock.lock() += 1;
        assert!(worker.join().is_err());
        assert_eq!(*lock.lock(), 1);
    });
}

#[test]
fn locks_mix_with_those_of_std() {
    passes("", || {
        let (ours, theirs) = (Mutex::new(0), std::sync::Mutex::new(0));
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    let mut outer = theirs.lock().unwrap();
                    *ours.lock() += 1;
                    *outer += 1;
                });
            }
        });
        assert_eq!((*ours.lock(), *theirs.lock().unwrap()), (2, 2));
    });
}

#[test]
fn try_lock_in_a_loop_comes_to_an_end() {
    passes("", || {
        let lock = Mutex::new(0);
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    loop {
                        if let Some(mut value) = lock.try_lock() {
                            *value += 1;
                            break;
                        }
                        thread::yield_now();
                    }
                });
            }
        });
        assert_eq!(*lock.lock(), 2);
    });
}

#[test]
fn a_notification_before_the_wait_is_lost() {
    fn wait(looks: bool) {
        let shared = Arc::new((Mutex::new(false), Condvar::new()));
        let other = Arc::clone(&shared);
        let setter = thread::spawn(move || {
            *other.0.lock() = true;
            assert!(other.1.notify_all() <= 1);
        });
        let mut ready = shared.0.lock();
        if looks {
            shared.1.wait_while(&mut ready, |ready| !*ready);
        } else {
            shared.1.wait(&mut ready);
        }
        assert!(*ready, "it woke up by itself");
        drop(ready);
        setter.join().unwrap();
    }
    assert_eq!(wrong_and_right(|| wait(false), || wait(true)), Kind::Deadlock);
}

#[test]
fn waiting_can_time_out() {
    passes("", || {
        let (lock, changed) = (Mutex::new(()), Condvar::new());
        let mut guard = lock.lock();
        assert!(changed.wait_for(&mut guard, Duration::from_secs(1)).timed_out());
        assert!(!changed.notify_one());
    });
}

#[test]
fn one_function_runs() {
    passes("", || {
        let (once, calls) = (Once::new(), AtomicUsize::new(0));
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    once.call_once(|| {
                        calls.fetch_add(1, SeqCst);
                    });
                    assert_eq!((calls.load(SeqCst), once.state()), (1, OnceState::Done));
                });
            }
        });
    });
}
