//! Threads that stand alone, and what they must not wait for.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use std::thread;
use std::time::Duration;

use threadlings_report::Kind;

use crate::judge::*;

#[test]
fn a_spin_lock_waits_for_a_thread_that_was_stopped() {
    let found = finding(file!(), || {
        let locked = AtomicBool::new(false);
        let work = || {
            while locked.swap(true, SeqCst) {
                thread::yield_now();
            }
            locked.store(false, SeqCst);
        };
        thread::scope(|scope| {
            scope.spawn(|| std::alone(work));
            work();
        });
    });
    let line = line!() - 10;
    assert_eq!(found.kind, Kind::Livelock);
    assert_eq!(found.headline, format!("thread 1 waits for main, which was stopped after line {line}"));
}

#[test]
fn a_lock_waits_for_a_thread_that_was_stopped() {
    let found = finding(file!(), || {
        let lock = Mutex::new(0);
        let work = || *lock.lock().unwrap() += 1;
        thread::scope(|scope| {
            scope.spawn(|| std::alone(work));
            work();
        });
    });
    let line = line!() - 6;
    assert_eq!(found.kind, Kind::Livelock);
    assert_eq!(found.headline, format!("thread 1 waits for main, which was stopped after line {line}"));
    assert!(replayed(file!(), &found.schedule.expect("it can be told"), || ()).finding.is_none());
}

#[test]
fn a_loop_that_tries_again_does_not_wait() {
    passes(file!(), || {
        let count = AtomicU32::new(0);
        let work = || {
            while let before = count.load(SeqCst)
                && count.compare_exchange_weak(before, before + 1, SeqCst, SeqCst).is_err()
            {
                thread::yield_now();
            }
        };
        thread::scope(|scope| {
            scope.spawn(|| std::alone(work));
            work();
        });
        assert_eq!(count.into_inner(), 2);
    });
}

#[test]
fn only_the_others_stand_still() {
    passes(file!(), || {
        let (count, done) = (AtomicU32::new(0), AtomicBool::new(false));
        thread::scope(|scope| {
            scope.spawn(|| done.store(true, SeqCst)).join().unwrap();
            scope.spawn(|| {
                std::alone(|| {
                    count.fetch_add(1, SeqCst);
                    thread::sleep(Duration::from_millis(1));
                    assert!(done.load(SeqCst));
                });
                // From here on they go on.
                while count.load(SeqCst) < 2 {
                    thread::sleep(Duration::from_millis(1));
                }
            });
            while count.load(SeqCst) == 0 {
                thread::sleep(Duration::from_millis(1));
            }
            count.fetch_add(1, SeqCst);
        });
    });
}
