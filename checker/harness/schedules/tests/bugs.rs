//! Twenty mistakes that depend on the order in which threads run, each beside its correct twin.

#[macro_use]
extern crate threadlings_schedules as std;

mod judge;

use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Barrier, Condvar, Mutex, RwLock, mpsc};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use judge::{finding, passes};
use threadlings_report::Kind;

/// The kind of the finding that the wrong program has, while the right one passes.
fn wrong_and_right(wrong: fn(), right: fn()) -> Kind {
    passes(file!(), right);
    finding(file!(), wrong).kind
}

/// Starts two threads that do the same.
fn two<T: Send + 'static>(work: impl Fn(usize) -> T + Send + Sync + 'static) -> Vec<JoinHandle<T>> {
    let work = Arc::new(work);
    (0..2)
        .map(|number| {
            let work = Arc::clone(&work);
            thread::spawn(move || work(number))
        })
        .collect()
}

fn join_all<T>(threads: Vec<JoinHandle<T>>) -> Vec<T> {
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}

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
    assert_eq!(kind, Kind::Panic, "the assertion is in this file");
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
    assert_eq!(wrong_and_right(|| run(Queue::pop_after_if), || run(Queue::pop_after_while)), Kind::Panic);
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
    assert_eq!(wrong_and_right(|| run(Queue::pop_after_if), || run(Queue::pop_after_while)), Kind::Panic);
}

#[test]
fn check_then_act() {
    fn run(one_lock: bool) {
        let made = Arc::new(AtomicUsize::new(0));
        let (counted, table) = (Arc::clone(&made), Mutex::new(HashMap::new()));
        join_all(two(move |_| {
            if one_lock {
                table.lock().unwrap().entry("key").or_insert_with(|| counted.fetch_add(1, SeqCst));
            } else if !{
                let table = table.lock().unwrap();
                table.contains_key("key")
            } {
                let value = counted.fetch_add(1, SeqCst);
                table.lock().unwrap().insert("key", value);
            }
        }));
        assert_eq!(made.load(SeqCst), 1, "made more than once");
    }
    assert_eq!(wrong_and_right(|| run(false), || run(true)), Kind::Panic);
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
    assert_eq!(wrong_and_right(|| run(false), || run(true)), Kind::Panic);
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
    assert_eq!(kind, Kind::Panic);
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
    assert_eq!(kind, Kind::Panic);
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
    assert_eq!(wrong_and_right(|| run(false), || run(true)), Kind::Panic);
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
    assert_eq!(wrong_and_right(|| run(|free| free < 0), || run(|free| free == 0)), Kind::Panic);
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
    assert_eq!(kind, Kind::Panic);
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
    assert_eq!(wrong_and_right(|| run(false), || run(true)), Kind::Panic);
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
            } else if {
                let balance = *shared.lock().unwrap();
                balance >= 80
            } {
                *shared.lock().unwrap() -= 80;
            }
        }));
        assert!(*balance.lock().unwrap() >= 0, "overdrawn");
    }
    assert_eq!(wrong_and_right(|| run(false), || run(true)), Kind::Panic);
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
    assert_eq!(wrong_and_right(|| run(false), || run(true)), Kind::Panic);
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
    assert_eq!(wrong_and_right(|| run(false), || run(true)), Kind::Panic);
}
