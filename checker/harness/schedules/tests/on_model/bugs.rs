//! Mistakes that depend on the order in which threads run, each beside its correct twin.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex, RwLock};
use std::thread::{self};

use threadlings_report::Kind;

use crate::judge::*;

#[test]
fn lost_update() {
    fn run(add: fn(&AtomicUsize)) {
        let count = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&count);
        join_all(two(move |_| add(&counted)));
        assert_eq!(count.load(SeqCst), 2, "an addition was lost");
    }
    let kind = wrong_and_right(
        || {
            run(|count| {
                let value = count.load(SeqCst);
                count.store(value + 1, SeqCst)
            })
        },
        || {
            run(|count| {
                count.fetch_add(1, SeqCst);
            })
        },
    );
    assert_eq!(kind, Kind::WrongResult);
}

#[test]
fn opposite_lock_order() {
    fn run(same_order: bool) {
        let accounts = Arc::new((Mutex::new(0), Mutex::new(0)));
        join_all(two(move |number| {
            let (first, second) = &*accounts;
            let (first, second) = if same_order || number == 0 { (first, second) } else { (second, first) };
            let first = first.lock().unwrap();
            *second.lock().unwrap() += *first;
        }));
    }
    assert_eq!(wrong_and_right(|| run(false), || run(true)), Kind::Deadlock);
}

#[test]
fn check_then_act() {
    fn run(one_lock: bool) {
        let made = Arc::new(AtomicUsize::new(0));
        let (counted, table) = (Arc::clone(&made), Mutex::new(HashMap::new()));
        join_all(two(move |_| {
            if one_lock {
                table.lock().unwrap().entry("key").or_insert_with(|| counted.fetch_add(1, SeqCst));
            } else if !table.lock().unwrap().contains_key("key") {
                let value = counted.fetch_add(1, SeqCst);
                table.lock().unwrap().insert("key", value);
            }
        }));
        assert_eq!(made.load(SeqCst), 1, "made more than once");
    }
    assert_eq!(wrong_and_right(|| run(false), || run(true)), Kind::WrongResult);
}

#[test]
fn unchecked_double_checked_locking() {
    fn run(check_again: bool) {
        let runs = Arc::new(AtomicUsize::new(0));
        let (counted, ready, value) = (Arc::clone(&runs), AtomicBool::new(false), Mutex::new(None));
        join_all(two(move |_| {
            if !ready.load(SeqCst) {
                let mut value = value.lock().unwrap();
                if !check_again || value.is_none() {
                    counted.fetch_add(1, SeqCst);
                    *value = Some(7);
                }
                ready.store(true, SeqCst);
            }
            value.lock().unwrap().unwrap()
        }));
        assert_eq!(runs.load(SeqCst), 1, "initialised more than once");
    }
    assert_eq!(wrong_and_right(|| run(false), || run(true)), Kind::WrongResult);
}

#[test]
fn reference_count_in_two_steps() {
    fn run(release: fn(&AtomicUsize) -> bool) {
        let freed = Arc::new(AtomicUsize::new(0));
        let (counted, count) = (Arc::clone(&freed), AtomicUsize::new(2));
        join_all(two(move |_| {
            if release(&count) {
                counted.fetch_add(1, SeqCst);
            }
        }));
        assert_eq!(freed.load(SeqCst), 1, "not freed exactly once");
    }
    let kind = wrong_and_right(
        || {
            run(|count| {
                let left = count.load(SeqCst) - 1;
                count.store(left, SeqCst);
                left == 0
            })
        },
        || run(|count| count.fetch_sub(1, SeqCst) == 1),
    );
    assert_eq!(kind, Kind::WrongResult);
}

#[test]
fn read_lock_then_write_lock() {
    fn run(add: fn(&RwLock<u32>)) {
        let value = Arc::new(RwLock::new(0));
        let shared = Arc::clone(&value);
        join_all(two(move |_| add(&shared)));
        assert_eq!(*value.read().unwrap(), 2, "an addition was lost");
    }
    let kind = wrong_and_right(
        || {
            run(|lock| {
                let value = *lock.read().unwrap();
                *lock.write().unwrap() = value + 1
            })
        },
        || run(|lock| *lock.write().unwrap() += 1),
    );
    assert_eq!(kind, Kind::WrongResult);
}

#[test]
fn balance_checked_under_another_lock() {
    fn run(one_lock: bool) {
        let balance = Arc::new(Mutex::new(100));
        let shared = Arc::clone(&balance);
        join_all(two(move |_| {
            if one_lock {
                let mut balance = shared.lock().unwrap();
                if *balance >= 80 {
                    *balance -= 80;
                }
            } else if *shared.lock().unwrap() >= 80 {
                *shared.lock().unwrap() -= 80;
            }
        }));
        assert!(*balance.lock().unwrap() >= 0, "overdrawn");
    }
    assert_eq!(wrong_and_right(|| run(false), || run(true)), Kind::WrongResult);
}

#[test]
fn dining_philosophers() {
    fn run(in_order: bool) {
        let forks: Arc<Vec<Mutex<()>>> = Arc::new((0..3).map(|_| Mutex::new(())).collect());
        let dine = |seat: usize| {
            let forks = Arc::clone(&forks);
            thread::spawn(move || {
                let (left, right) = (seat, (seat + 1) % 3);
                let (first, second) = if in_order { (left.min(right), left.max(right)) } else { (left, right) };
                let _first = forks[first].lock().unwrap();
                let _second = forks[second].lock().unwrap();
            })
        };
        join_all((0..3).map(dine).collect());
    }
    assert_eq!(wrong_and_right(|| run(false), || run(true)), Kind::Deadlock);
}

#[test]
fn flag_set_before_the_value() {
    fn run(value_first: bool) {
        let shared = Arc::new((AtomicBool::new(false), AtomicI32::new(0)));
        let written = Arc::clone(&shared);
        let writer = thread::spawn(move || {
            if value_first {
                written.1.store(5, SeqCst);
                written.0.store(true, SeqCst);
            } else {
                written.0.store(true, SeqCst);
                written.1.store(5, SeqCst);
            }
        });
        while !shared.0.load(SeqCst) {}
        assert_eq!(shared.1.load(SeqCst), 5, "the flag came first");
        writer.join().unwrap();
    }
    assert_eq!(wrong_and_right(|| run(false), || run(true)), Kind::WrongResult);
}
