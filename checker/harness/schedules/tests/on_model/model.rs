//! What the model of std can do.

use std::cell::{Cell, RefCell};
use std::probes::OutcomeSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Condvar, LazyLock, Mutex, OnceLock, RwLock, RwLockWriteGuard, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use threadlings_report::Kind;

use crate::judge::*;

#[test]
fn scopes_in_scopes_are_explored() {
    fn sum(numbers: &[u32]) -> u32 {
        let (left, right) = numbers.split_at(numbers.len() / 2);
        if left.is_empty() {
            return right.iter().sum();
        }
        thread::scope(|scope| {
            let left = scope.spawn(|| sum(left));
            sum(right) + left.join().unwrap()
        })
    }
    let explored = passes(file!(), || {
        assert_eq!(sum(&[1, 2, 3, 4]), 10);
        let count = AtomicUsize::new(0);
        thread::scope(|scope| {
            scope.spawn(|| {
                thread::scope(|inner| {
                    inner.spawn(|| count.fetch_add(1, SeqCst));
                    inner.spawn(|| count.fetch_add(1, SeqCst));
                })
            });
        });
        assert_eq!(count.load(SeqCst), 2);
    });
    assert!(explored.executions > 10, "{explored:?}");
}

#[test]
fn statics_start_afresh() {
    static LOG: Mutex<Vec<u32>> = Mutex::new(Vec::new());
    static COUNT: AtomicUsize = AtomicUsize::new(3);
    static NAME: OnceLock<String> = OnceLock::new();
    static TABLE: LazyLock<Mutex<Vec<u32>>> = LazyLock::new(Mutex::default);
    let explored = passes(file!(), || {
        thread::scope(|scope| {
            scope.spawn(|| LOG.lock().unwrap().push(1));
            scope.spawn(|| COUNT.fetch_add(1, SeqCst));
            scope.spawn(|| TABLE.lock().unwrap().push(2));
        });
        assert_eq!(NAME.set("name".to_owned()), Ok(()));
        assert_eq!((LOG.lock().unwrap().len(), COUNT.load(SeqCst), TABLE.lock().unwrap().len()), (1, 4, 1));
    });
    assert!(explored.executions > 1, "{explored:?}");
}

#[test]
fn thread_locals_belong_to_modelled_threads() {
    thread_local! {
        static NUMBER: Cell<u32> = const { Cell::new(1) };
        static LIST: RefCell<Vec<u32>> = RefCell::default();
    }
    passes(file!(), || {
        let other = thread::spawn(|| {
            NUMBER.set(5);
            LIST.with_borrow_mut(|list| list.push(1));
        });
        assert_eq!(NUMBER.replace(2), 1);
        other.join().unwrap();
        assert_eq!((NUMBER.get(), LIST.take()), (2, Vec::new()));
    });
}

#[test]
fn a_panic_poisons_only_the_lock_that_was_held() {
    passes(file!(), || {
        let locks = Arc::new((Mutex::new(0), Mutex::new(0)));
        let shared = Arc::clone(&locks);
        let worker = thread::spawn(move || {
            let _held = shared.0.lock().unwrap();
            panic!("on purpose");
        });
        *locks.1.lock().unwrap() += 1;
        assert!(worker.join().is_err());
        assert!(locks.0.lock().is_err() && locks.1.lock().is_ok());
    });
}

#[test]
fn a_lock_taken_by_a_destructor_while_unwinding_is_not_poisoned() {
    struct Note<'a>(&'a Mutex<u32>);
    impl Drop for Note<'_> {
        fn drop(&mut self) {
            *self.0.lock().unwrap() += 1;
        }
    }
    passes(file!(), || {
        let count = Mutex::new(0);
        let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let _note = Note(&count);
            panic!("on purpose");
        }));
        assert!(result.is_err());
        assert_eq!(*count.lock().unwrap(), 1);
    });
}

#[test]
fn timeouts_may_fire_or_not() {
    passes(file!(), || {
        let outcomes = OutcomeSet::new(&["Ok(1)", "Err(Timeout)"]);
        let (sender, receiver) = mpsc::channel();
        let worker = thread::spawn(move || {
            let _ = sender.send(1);
        });
        outcomes.observe(format!("{:?}", receiver.recv_timeout(Duration::from_secs(1))));
        worker.join().unwrap();
    });
}

#[test]
fn a_timeout_that_nothing_else_can_follow_fires() {
    passes(file!(), || {
        let (lock, changed) = (Mutex::new(()), Condvar::new());
        let start = Instant::now();
        let mut guard = lock.lock().unwrap();
        loop {
            let (again, result) = changed.wait_timeout(guard, Duration::from_secs(5)).unwrap();
            guard = again;
            if result.timed_out() {
                break;
            }
        }
        assert!(start.elapsed() >= Duration::from_secs(5));
        thread::park_timeout(Duration::from_secs(1));
        thread::sleep(Duration::from_secs(1000));
    });
}

#[test]
fn polling_until_a_sleeper_wakes_up_ends() {
    passes(file!(), || {
        let done = Arc::new(AtomicBool::new(false));
        let set = Arc::clone(&done);
        let sleeper = thread::spawn(move || {
            thread::sleep(Duration::from_millis(10));
            set.store(true, SeqCst);
        });
        while !done.load(SeqCst) {
            thread::yield_now();
        }
        sleeper.join().unwrap();
    });
}

#[test]
fn a_writer_becomes_a_reader_without_a_gap() {
    passes(file!(), || {
        let lock = RwLock::new(0);
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    let mut value = lock.write().unwrap();
                    *value += 1;
                    let written = *value;
                    assert_eq!(*RwLockWriteGuard::downgrade(value), written);
                });
            }
        });
    });
}

#[test]
fn once_lock_can_be_waited_for() {
    passes(file!(), || {
        let cell = OnceLock::new();
        thread::scope(|scope| {
            scope.spawn(|| assert_eq!(*cell.wait(), 7));
            scope.spawn(|| cell.set(7));
        });
    });
}

#[test]
fn a_reader_may_have_to_wait_behind_a_writer() {
    let found = finding(file!(), || {
        let lock = RwLock::new(0);
        thread::scope(|scope| {
            scope.spawn(|| *lock.write().unwrap() += 1);
            let first = lock.read().unwrap();
            let second = lock.read().unwrap();
            assert_eq!(*first, *second);
        });
    });
    assert_eq!(found.kind, Kind::Deadlock);
}

#[test]
fn a_handle_can_outlive_the_message_that_says_it_is_done() {
    let found = finding(file!(), || {
        let value = Arc::new(5);
        let shared = Arc::clone(&value);
        let (sender, receiver) = mpsc::channel();
        let worker = thread::spawn(move || {
            sender.send(*shared).unwrap();
            drop(shared);
        });
        receiver.recv().unwrap();
        assert!(Arc::try_unwrap(value).is_ok(), "the worker still has a handle");
        worker.join().unwrap();
    });
    assert!(found.headline.contains("the worker still has a handle"), "{}", found.headline);
}

#[cfg(modelled_arc)]
#[test]
fn a_count_can_change_after_it_was_looked_at() {
    let found = finding(file!(), || {
        let value = Arc::new(5);
        let other = {
            let value = Arc::clone(&value);
            thread::spawn(move || drop(value))
        };
        let first = Arc::strong_count(&value);
        assert_eq!(first, Arc::strong_count(&value), "the count has changed");
        other.join().unwrap();
    });
    assert!(found.headline.contains("the count has changed"), "{}", found.headline);
}

#[cfg(modelled_arc)]
#[test]
fn arc_behaves_like_that_of_std() {
    trait Speak: Send + Sync {
        fn speak(self: Arc<Self>) -> usize;
    }
    struct Dog(usize);
    impl Speak for Dog {
        fn speak(self: Arc<Self>) -> usize {
            self.0
        }
    }
    passes(file!(), || {
        let dog: Arc<dyn Speak> = Arc::new(Dog(3));
        let text: Arc<str> = Arc::from("text");
        let numbers: Arc<[u32]> = vec![1, 2].into();
        let job: Arc<dyn Fn() -> usize + Send + Sync> = Arc::new(|| 4);
        let locked: Arc<Mutex<dyn std::fmt::Debug + Send>> = Arc::new(Mutex::new(5));
        let sum = dog.speak() + text.len() + numbers.len() + job();
        assert_eq!((sum, format!("{:?}", locked.lock().unwrap())), (13, "5".to_owned()));
    });
}
