//! `Condvar` and `Barrier`.

use std::collections::VecDeque;
use std::sync::{Arc, Barrier, BarrierWaitResult, Condvar, Mutex, WaitTimeoutResult};
use std::thread;
use std::time::Duration;

super::probes! {
    wait_in_a_loop
    wait_while_waits
    notify_one_wakes_one_at_a_time
    wait_timeout_says_whether_it_timed_out
    wait_timeout_while_waits
    wait_timeout_while_gives_up
    a_barrier_has_one_leader_each_round
    a_barrier_can_be_static
    condition_variables_have_a_default
}

fn shared<T>(value: T) -> (Arc<(Mutex<T>, Condvar)>, Arc<(Mutex<T>, Condvar)>) {
    let shared = Arc::new((Mutex::new(value), Condvar::new()));
    (Arc::clone(&shared), shared)
}

fn wait_in_a_loop() {
    let (ours, theirs) = shared(false);
    let thread = thread::spawn(move || {
        *theirs.0.lock().unwrap() = true;
        theirs.1.notify_one();
    });
    let mut ready = ours.0.lock().unwrap();
    while !*ready {
        ready = ours.1.wait(ready).unwrap();
    }
    drop(ready);
    thread.join().unwrap();
}

fn wait_while_waits() {
    let (ours, theirs) = shared(0);
    let thread = thread::spawn(move || {
        let value = theirs.1.wait_while(theirs.0.lock().unwrap(), |value| *value < 2).unwrap();
        *value
    });
    for _ in 0..2 {
        *ours.0.lock().unwrap() += 1;
        ours.1.notify_all();
    }
    assert_eq!(thread.join().unwrap(), 2);
}

fn notify_one_wakes_one_at_a_time() {
    let (ours, theirs) = shared(VecDeque::new());
    let consumer = thread::spawn(move || {
        let mut items = theirs.0.lock().unwrap();
        loop {
            if let Some(item) = items.pop_front() {
                return item;
            }
            items = theirs.1.wait(items).unwrap();
        }
    });
    ours.0.lock().unwrap().push_back(7);
    ours.1.notify_one();
    assert_eq!(consumer.join().unwrap(), 7);
}

fn wait_timeout_says_whether_it_timed_out() {
    let (lock, changed) = (Mutex::new(()), Condvar::new());
    let mut guard = lock.lock().unwrap();
    loop {
        let (again, result) = changed.wait_timeout(guard, Duration::from_millis(1)).unwrap();
        guard = again;
        if result.timed_out() {
            break;
        }
    }
}

fn wait_timeout_while_waits() {
    let (ours, theirs) = shared(false);
    let thread = thread::spawn(move || {
        *theirs.0.lock().unwrap() = true;
        theirs.1.notify_one();
    });
    let guard = ours.0.lock().unwrap();
    let (ready, result): (_, WaitTimeoutResult) =
        ours.1.wait_timeout_while(guard, Duration::from_secs(60), |ready| !*ready).unwrap();
    assert_eq!(*ready, !result.timed_out());
    drop(ready);
    thread.join().unwrap();
}

fn wait_timeout_while_gives_up() {
    let (lock, changed) = (Mutex::new(false), Condvar::new());
    let guard = lock.lock().unwrap();
    let (ready, result) = changed.wait_timeout_while(guard, Duration::from_millis(1), |ready| !*ready).unwrap();
    assert!(result.timed_out() && !*ready);
}

fn a_barrier_has_one_leader_each_round() {
    let barrier = Arc::new(Barrier::new(2));
    let threads: Vec<_> = (0..2)
        .map(|_| {
            let barrier = Arc::clone(&barrier);
            thread::spawn(move || [barrier.wait().is_leader(), barrier.wait().is_leader()])
        })
        .collect();
    let leaders: Vec<[bool; 2]> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
    assert!((0..2).all(|round| leaders[0][round] != leaders[1][round]));
}

fn a_barrier_can_be_static() {
    static START: Barrier = Barrier::new(2);
    let thread = thread::spawn(|| START.wait());
    let mine: BarrierWaitResult = START.wait();
    assert_ne!(mine.is_leader(), thread.join().unwrap().is_leader());
}

fn condition_variables_have_a_default() {
    static CHANGED: Condvar = Condvar::new();
    CHANGED.notify_all();
    Condvar::default().notify_one();
    assert!(format!("{CHANGED:?}").contains("Condvar"));
}
