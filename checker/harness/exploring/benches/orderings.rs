//! The cost of exploring memory orderings, against loom: `cargo bench -p threadlings-exploring --bench orderings`.

use std::sync::Arc as Plain;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use threadlings_exploring::{compare, job, looked_at};
use threadlings_orderings::engine::explore;

/// The same programs, over one std or another.
macro_rules! programs {
    ($name:ident, $std:ident) => {
        mod $name {
            use $std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
            use $std::sync::{Arc, Mutex};
            use $std::thread;

            pub(crate) fn publish() {
                let (data, ready) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
                let (other_data, other_ready) = (Arc::clone(&data), Arc::clone(&ready));
                let writer = thread::spawn(move || {
                    for number in 1..4 {
                        other_data.store(number, Ordering::Relaxed);
                        other_ready.store(true, Ordering::Release);
                    }
                });
                for _ in 0..3 {
                    if ready.load(Ordering::Acquire) {
                        assert_ne!(data.load(Ordering::Relaxed), 0);
                    }
                }
                writer.join().unwrap();
            }

            pub(crate) fn counter() {
                let count = Arc::new(AtomicUsize::new(0));
                let threads: Vec<_> = (0..2)
                    .map(|_| {
                        let count = Arc::clone(&count);
                        thread::spawn(move || {
                            for _ in 0..3 {
                                count.fetch_add(1, Ordering::AcqRel);
                            }
                        })
                    })
                    .collect();
                threads.into_iter().for_each(|thread| thread.join().unwrap());
                assert_eq!(count.load(Ordering::Relaxed), 6);
            }

            pub(crate) fn lock() {
                let sum = Arc::new(Mutex::new(0));
                let threads: Vec<_> = (0..2)
                    .map(|_| {
                        let sum = Arc::clone(&sum);
                        thread::spawn(move || {
                            for _ in 0..3 {
                                *sum.lock().unwrap() += 1;
                            }
                        })
                    })
                    .collect();
                threads.into_iter().for_each(|thread| thread.join().unwrap());
                assert_eq!(*sum.lock().unwrap(), 6);
            }
        }
    };
}

programs!(bare, loom);
programs!(judged, threadlings_orderings);

/// Its name, over the bare engine, and over the judge.
type Program = (&'static str, fn(), fn());

fn main() {
    let programs: [Program; 3] = [
        ("message passing", bare::publish, judged::publish),
        ("atomic counter", bare::counter, judged::counter),
        ("mutex", bare::lock, judged::lock),
    ];
    println!("1,000 executions                bare loom  orderings  ratio");
    for (name, bare, judged) in programs {
        compare(name, || under_loom(bare), || looked_at(explore(judged, &job(1_000_000))));
    }
}

fn under_loom(program: fn()) -> u64 {
    let executions = Plain::new(AtomicU64::new(0));
    let counted = Plain::clone(&executions);
    let mut model = loom::model::Builder::new();
    model.log = false;
    model.location = false;
    model.check(move || {
        counted.fetch_add(1, Relaxed);
        program();
    });
    executions.load(Relaxed)
}
