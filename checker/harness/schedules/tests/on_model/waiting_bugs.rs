//! Mistakes of threads that wait for each other, each beside its correct twin.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Barrier, Condvar, Mutex, mpsc};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use threadlings_report::Kind;

use crate::judge::*;

#[test]
fn forgotten_sender() {
    fn run(drop_first: bool) {
        let (sender, receiver) = mpsc::channel();
        let mut own = Some(sender.clone());
        let threads = two(move |number| sender.send(number).unwrap());
        if drop_first {
            own = None;
        }
        assert_eq!(receiver.iter().sum::<usize>(), 1);
        drop(own);
        join_all(threads);
    }
    assert_eq!(wrong_and_right(|| run(false), || run(true)), Kind::Deadlock);
}

#[derive(Default)]
struct Queue {
    items: Mutex<VecDeque<u32>>,
    changed: Condvar,
}

impl Queue {
    fn push(&self, item: u32) {
        self.items.lock().unwrap().push_back(item);
        self.changed.notify_one();
    }

    fn pop_after_if(&self) -> u32 {
        let mut items = self.items.lock().unwrap();
        if items.is_empty() {
            items = self.changed.wait(items).unwrap();
        }
        items.pop_front().expect("an item")
    }

    fn pop_after_while(&self) -> u32 {
        let mut items = self.items.lock().unwrap();
        while items.is_empty() {
            items = self.changed.wait(items).unwrap();
        }
        items.pop_front().expect("an item")
    }
}

#[test]
fn two_consumers_behind_an_if() {
    fn run(pop: fn(&Queue) -> u32) {
        let queue = Arc::new(Queue::default());
        let consumed = Arc::clone(&queue);
        let consumers = two(move |_| pop(&consumed));
        queue.push(1);
        queue.push(2);
        assert_eq!(join_all(consumers).iter().sum::<u32>(), 3);
    }
    assert_eq!(wrong_and_right(|| run(Queue::pop_after_if), || run(Queue::pop_after_while)), Kind::WrongResult);
}

#[test]
fn spurious_wakeup_behind_an_if() {
    fn run(pop: fn(&Queue) -> u32) {
        let queue = Arc::new(Queue::default());
        let consumed = Arc::clone(&queue);
        let consumer = thread::spawn(move || pop(&consumed));
        queue.push(1);
        consumer.join().unwrap();
    }
    assert_eq!(wrong_and_right(|| run(Queue::pop_after_if), || run(Queue::pop_after_while)), Kind::WrongResult);
}

#[test]
fn one_barrier_too_few() {
    fn run(between: bool) {
        let slots = Arc::new([AtomicI32::new(1), AtomicI32::new(2)]);
        let (shared, barrier) = (Arc::clone(&slots), Barrier::new(2));
        join_all(two(move |number| {
            let other = shared[1 - number].load(SeqCst);
            if between {
                barrier.wait();
            }
            shared[number].store(other, SeqCst);
            barrier.wait();
        }));
        assert_eq!((slots[0].load(SeqCst), slots[1].load(SeqCst)), (2, 1), "not swapped");
    }
    assert_eq!(wrong_and_right(|| run(false), || run(true)), Kind::WrongResult);
}

#[test]
fn semaphore_off_by_one() {
    fn run(full: fn(i32) -> bool) {
        let (free, freed, inside) = (Mutex::new(1), Condvar::new(), AtomicI32::new(0));
        join_all(two(move |_| {
            let mut now = free.lock().unwrap();
            while full(*now) {
                now = freed.wait(now).unwrap();
            }
            *now -= 1;
            drop(now);
            assert!(inside.fetch_add(1, SeqCst) < 1, "two at a time");
            inside.fetch_sub(1, SeqCst);
            *free.lock().unwrap() += 1;
            freed.notify_one();
        }));
    }
    assert_eq!(wrong_and_right(|| run(|free| free < 0), || run(|free| free == 0)), Kind::WrongResult);
}

#[test]
fn notify_one_where_all_must_wake() {
    fn run(notify: fn(&Condvar)) {
        let shared = Arc::new((Mutex::new(0), Condvar::new()));
        let waited = Arc::clone(&shared);
        let threads = two(move |number| {
            let mut stage = waited.0.lock().unwrap();
            while *stage < number + 1 {
                stage = waited.1.wait(stage).unwrap();
            }
        });
        for _ in 0..2 {
            *shared.0.lock().unwrap() += 1;
            notify(&shared.1);
        }
        join_all(threads);
    }
    assert_eq!(wrong_and_right(|| run(Condvar::notify_one), || run(Condvar::notify_all)), Kind::Deadlock);
}

#[test]
fn channels_that_fill_each_other() {
    fn run(capacity: usize) {
        let (there, arrived) = mpsc::sync_channel(capacity);
        let (back, returned) = mpsc::sync_channel(capacity);
        let other = thread::spawn(move || {
            for number in 0..2 {
                back.send(number).unwrap();
            }
            arrived.iter().sum::<i32>()
        });
        for number in 0..2 {
            there.send(number).unwrap();
        }
        drop(there);
        assert_eq!(returned.iter().sum::<i32>(), 1);
        other.join().unwrap();
    }
    assert_eq!(wrong_and_right(|| run(1), || run(2)), Kind::Deadlock);
}

#[test]
fn sleeping_instead_of_joining() {
    fn run(wait: fn(Vec<JoinHandle<()>>)) {
        let count = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&count);
        wait(two(move |_| {
            counted.fetch_add(1, SeqCst);
        }));
        assert_eq!(count.load(SeqCst), 2, "not all have ended");
    }
    let kind = wrong_and_right(
        || run(|_| thread::sleep(Duration::from_millis(50))),
        || {
            run(|threads| {
                join_all(threads);
            })
        },
    );
    assert_eq!(kind, Kind::WrongResult);
}

#[test]
fn unpark_before_the_flag() {
    fn run(flag_first: bool) {
        let ready = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&ready);
        let sleeper = thread::spawn(move || {
            if flag_first {
                while !seen.load(SeqCst) {
                    thread::park();
                }
            } else if !seen.load(SeqCst) {
                thread::park();
            }
            assert!(seen.load(SeqCst), "woken too early");
        });
        if flag_first {
            ready.store(true, SeqCst);
            sleeper.thread().unpark();
        } else {
            sleeper.thread().unpark();
            ready.store(true, SeqCst);
        }
        sleeper.join().unwrap();
    }
    assert_eq!(wrong_and_right(|| run(false), || run(true)), Kind::WrongResult);
}

#[test]
fn notification_without_the_lock() {
    fn run(with_lock: bool) {
        let shared = Arc::new((Mutex::new(()), Condvar::new(), AtomicBool::new(false)));
        let waited = Arc::clone(&shared);
        let waiter = thread::spawn(move || {
            let mut guard = waited.0.lock().unwrap();
            while !waited.2.load(SeqCst) {
                guard = waited.1.wait(guard).unwrap();
            }
        });
        let guard = with_lock.then(|| shared.0.lock().unwrap());
        shared.2.store(true, SeqCst);
        drop(guard);
        shared.1.notify_one();
        waiter.join().unwrap();
    }
    assert_eq!(wrong_and_right(|| run(false), || run(true)), Kind::Deadlock);
}

#[test]
fn pool_that_stops_before_its_work_is_done() {
    #[derive(Default)]
    struct State {
        jobs: VecDeque<u32>,
        stop: bool,
    }
    fn run(finish_first: bool) {
        let pool = Arc::new((Mutex::new(State::default()), Condvar::new()));
        let done = Arc::new(AtomicUsize::new(0));
        let (shared, counted) = (Arc::clone(&pool), Arc::clone(&done));
        let workers = two(move |_| {
            loop {
                let mut state = shared.0.lock().unwrap();
                loop {
                    if state.stop && (!finish_first || state.jobs.is_empty()) {
                        return;
                    }
                    if state.jobs.pop_front().is_some() {
                        break;
                    }
                    state = shared.1.wait(state).unwrap();
                }
                drop(state);
                counted.fetch_add(1, SeqCst);
            }
        });
        for job in 0..2 {
            pool.0.lock().unwrap().jobs.push_back(job);
            pool.1.notify_one();
        }
        pool.0.lock().unwrap().stop = true;
        pool.1.notify_all();
        join_all(workers);
        assert_eq!(done.load(SeqCst), 2, "not every job ran");
    }
    assert_eq!(wrong_and_right(|| run(false), || run(true)), Kind::WrongResult);
}
