//! The cost of exploring thread schedules, against shuttle: `cargo bench -p threadlings-exploring --bench schedules`.

use std::sync::Arc as Plain;

use shuttle::scheduler::RandomScheduler;
use shuttle::{Config, FailurePersistence, Runner};
use threadlings_exploring::{compare, job, looked_at};
use threadlings_schedules::engine::explore;

/// How many executions of each program are looked at.
const EXECUTIONS: u64 = 4_000;

/// The same programs, over one std or another.
macro_rules! programs {
    ($name:ident, $std:ident) => {
        mod $name {
            use $std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
            use $std::sync::mpsc;
            use $std::sync::{Arc, Condvar, Mutex};
            use $std::thread;

            pub(crate) fn counter() {
                let count = Arc::new(AtomicUsize::new(0));
                let threads: Vec<_> = (0..3)
                    .map(|_| {
                        let count = Arc::clone(&count);
                        thread::spawn(move || {
                            for _ in 0..4 {
                                count.fetch_add(1, SeqCst);
                            }
                        })
                    })
                    .collect();
                threads.into_iter().for_each(|thread| thread.join().unwrap());
                assert_eq!(count.load(SeqCst), 12);
            }

            pub(crate) fn lock() {
                let sum = Arc::new(Mutex::new(0));
                let threads: Vec<_> = (0..3)
                    .map(|_| {
                        let sum = Arc::clone(&sum);
                        thread::spawn(move || {
                            for _ in 0..4 {
                                *sum.lock().unwrap() += 1;
                            }
                        })
                    })
                    .collect();
                threads.into_iter().for_each(|thread| thread.join().unwrap());
                assert_eq!(*sum.lock().unwrap(), 12);
            }

            pub(crate) fn hand_over() {
                let slot = Arc::new((Mutex::new(None), Condvar::new()));
                let other = Arc::clone(&slot);
                let producer = thread::spawn(move || {
                    for number in 0..3 {
                        let mut value = other.0.lock().unwrap();
                        while value.is_some() {
                            value = other.1.wait(value).unwrap();
                        }
                        *value = Some(number);
                        other.1.notify_all();
                    }
                });
                for number in 0..3 {
                    let mut value = slot.0.lock().unwrap();
                    while value.is_none() {
                        value = slot.1.wait(value).unwrap();
                    }
                    assert_eq!(value.take(), Some(number));
                    slot.1.notify_all();
                }
                producer.join().unwrap();
            }

            pub(crate) fn channel() {
                let (sender, receiver) = mpsc::channel();
                let threads: Vec<_> = (0..3)
                    .map(|number| {
                        let sender = sender.clone();
                        thread::spawn(move || {
                            for _ in 0..3 {
                                sender.send(number).unwrap();
                            }
                        })
                    })
                    .collect();
                drop(sender);
                assert_eq!(receiver.iter().sum::<usize>(), 9);
                threads.into_iter().for_each(|thread| thread.join().unwrap());
            }
        }
    };
}

programs!(bare, shuttle);
programs!(judged, threadlings_schedules);

/// Its name, over the bare engine, and over the judge.
type Program = (&'static str, fn(), fn());

fn main() {
    let programs: [Program; 4] = [
        ("atomic counter", bare::counter, judged::counter),
        ("mutex", bare::lock, judged::lock),
        ("condition variable", bare::hand_over, judged::hand_over),
        ("channel", bare::channel, judged::channel),
    ];
    println!("1,000 executions             bare shuttle  schedules  ratio");
    for (name, bare, judged) in programs {
        compare(name, || under_shuttle(bare), || looked_at(explore(&job(EXECUTIONS), judged)));
    }
}

fn under_shuttle(program: fn()) -> u64 {
    let mut config = Config::new();
    config.failure_persistence = FailurePersistence::None;
    config.silence_warnings = true;
    let executions = usize::try_from(EXECUTIONS).unwrap_or(usize::MAX);
    let program = Plain::new(program);
    let run = Runner::new(RandomScheduler::new_from_seed(1, executions), config).run(move || program());
    run as u64
}
