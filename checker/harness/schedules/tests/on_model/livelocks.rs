//! Threads that go on for ever without getting anywhere, and what their finding says about it.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use threadlings_report::{Kind, WaitsFor};

use crate::judge::*;

#[test]
fn going_on_for_ever_is_a_finding() {
    let found = finding(file!(), || {
        let flag = AtomicBool::new(false);
        while !flag.load(SeqCst) {}
    });
    assert_eq!(found.kind, Kind::Livelock);
    assert_eq!(found.interleaving.expect("there is one").steps.len(), 1, "the loop is folded");
}

#[test]
fn busy_waiting_is_called_by_its_name() {
    let spins = finding(file!(), || {
        let ready = Mutex::new(false);
        while !*ready.lock().unwrap() {}
    });
    let line = line!() - 2;
    assert_eq!(spins.headline, format!("main spins on the lock {{#0}} on line {line} instead of waiting"));
    let naps = finding(file!(), || {
        let ready = Mutex::new(false);
        while !*ready.lock().unwrap() {
            thread::sleep(Duration::from_millis(1));
        }
    });
    let (line, told) = (line!() - 3, "to look at {#0}, instead of waiting until it is woken");
    assert_eq!(naps.headline, format!("main wakes up again and again on line {line} {told}"));
    let exchanges = finding(file!(), || {
        let count = AtomicUsize::new(1);
        while count.compare_exchange(0, 2, SeqCst, SeqCst).is_err() {}
    });
    let (line, told) = (line!() - 2, "that fails each time");
    assert_eq!(exchanges.headline, format!("main repeats an exchange of {{#0}} on line {line} {told}"));
    let works = finding(file!(), || {
        let count = AtomicUsize::new(0);
        while count.fetch_add(1, SeqCst) < usize::MAX {}
    });
    assert_eq!(works.headline, "the threads go on for ever without getting anywhere", "it does more than look");
}

#[test]
fn a_thread_that_never_ends_keeps_the_one_that_joins_it() {
    let found = finding(file!(), || {
        let (stop, steps) = (Arc::new(AtomicBool::new(false)), AtomicUsize::new(0));
        let another = AtomicBool::new(stop.load(SeqCst));
        let worker = thread::spawn(move || {
            while !another.load(SeqCst) {
                steps.fetch_add(1, SeqCst);
            }
        });
        stop.store(true, SeqCst);
        worker.join().unwrap();
    });
    assert_eq!(found.kind, Kind::Livelock);
    let line = line!() - 3;
    assert_eq!(found.headline, format!("main waits on line {line} for the end of thread 1, which goes on for ever"));
    let shown = found.interleaving.expect("there is one");
    let steps: Vec<_> = shown.steps.iter().map(|step| (step.lane, step.operation.as_str())).collect();
    assert_eq!(steps, [(0, "load"), (0, "spawn"), (0, "store"), (1, "load"), (1, "fetch_add")], "the loop is folded");
    assert_eq!(shown.steps[3].note.as_deref(), Some("no other thread writes it"));
    assert_eq!(shown.blocked.len(), 1, "who waits is shown");
}

#[test]
fn two_threads_too_polite_to_get_anywhere_are_a_finding() {
    fn polite(mine: &Mutex<()>, other: &Mutex<()>) {
        loop {
            let _mine = mine.lock().unwrap();
            if other.try_lock().is_ok() {
                return;
            }
        }
    }
    let found = finding(file!(), || {
        let (left, right) = (Mutex::new(()), Mutex::new(()));
        thread::scope(|scope| {
            scope.spawn(|| polite(&left, &right));
            scope.spawn(|| polite(&right, &left));
        });
    });
    assert_eq!(found.kind, Kind::Livelock);
}

#[test]
fn a_thread_that_never_rests_is_a_finding() {
    fn run(wait: fn(&AtomicBool)) {
        let ready = Arc::new(AtomicBool::new(false));
        let shared = Arc::clone(&ready);
        let waiter = thread::spawn(move || wait(&shared));
        std::settle("the thread keeps looking");
        ready.store(true, SeqCst);
        waiter.thread().unpark();
        waiter.join().unwrap();
    }
    passes(file!(), || {
        run(|ready| {
            while !ready.load(SeqCst) {
                thread::park()
            }
        })
    });
    let found = finding(file!(), || {
        run(|ready| {
            while !ready.load(SeqCst) {
                thread::yield_now()
            }
        })
    });
    assert_eq!((found.kind, found.headline.as_str()), (Kind::Livelock, "the thread keeps looking"));
    let found = finding(file!(), || {
        run(|ready| {
            while !ready.load(SeqCst) {
                thread::sleep(Duration::from_secs(1))
            }
        })
    });
    assert_eq!(found.kind, Kind::Livelock);
}

#[test]
fn a_livelock_shows_who_waits_because_of_it() {
    let found = finding(file!(), || {
        let lock = Arc::new(Mutex::new(0));
        let held = lock.lock().unwrap();
        let worker = {
            let lock = Arc::clone(&lock);
            thread::spawn(move || *lock.lock().unwrap() += 1)
        };
        while !worker.is_finished() {
            thread::yield_now();
        }
        drop(held);
    });
    assert_eq!(found.kind, Kind::Livelock);
    let interleaving = found.interleaving.expect("there is one");
    let blocked: Vec<_> = interleaving.blocked.iter().map(|blocked| (blocked.lane, &blocked.waits_for)).collect();
    assert!(matches!(&blocked[..], [(1, WaitsFor::Lock { holders })] if holders[0].0 == 0), "{blocked:?}");
    assert!(interleaving.steps.iter().any(|step| step.operation == "is_finished"), "{:?}", interleaving.steps);
}

#[test]
fn threads_that_only_get_in_each_others_way_wait_for_nobody() {
    let found = finding(file!(), || {
        let locks = Arc::new([Mutex::new(0), Mutex::new(0)]);
        let meet = |first: usize, locks: &[Mutex<i32>; 2]| {
            loop {
                let _first = locks[first].lock().unwrap();
                if locks[1 - first].try_lock().is_ok() {
                    break;
                }
                thread::yield_now();
            }
        };
        let other = {
            let locks = Arc::clone(&locks);
            thread::spawn(move || meet(1, &locks))
        };
        meet(0, &locks);
        other.join().unwrap();
    });
    assert_eq!(found.kind, Kind::Livelock);
    assert!(found.interleaving.expect("there is one").blocked.is_empty());
}

#[test]
fn a_livelock_can_be_run_again() {
    let polite = || {
        let locks = Arc::new([Mutex::new(0), Mutex::new(0)]);
        let meet = |first: usize, locks: &[Mutex<i32>; 2]| {
            loop {
                let _first = locks[first].lock().unwrap();
                if locks[1 - first].try_lock().is_ok() {
                    break;
                }
                thread::yield_now();
            }
        };
        let other = {
            let locks = Arc::clone(&locks);
            thread::spawn(move || meet(1, &locks))
        };
        meet(0, &locks);
        other.join().unwrap();
    };
    let found = finding(file!(), polite);
    let schedule = found.schedule.expect("it can be told");
    assert_eq!(found.kind, Kind::Livelock);
    let again = replayed(file!(), &schedule, polite);
    assert_eq!(again.finding.map(|finding| finding.kind), Some(Kind::Livelock));
}
