//! How much the search looks at, and what it makes of it.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

use threadlings_report::{Extent, Finding};

use crate::judge::*;

#[test]
fn small_tests_are_explored_to_the_end() {
    let explored = passes(file!(), || {
        let count = AtomicUsize::new(0);
        thread::scope(|scope| {
            scope.spawn(|| count.fetch_add(1, SeqCst));
            scope.spawn(|| count.fetch_add(1, SeqCst));
        });
        assert_eq!(count.load(SeqCst), 2);
    });
    assert_eq!(explored.extent, Extent::Everything);
}

#[test]
fn few_schedules_are_few_and_do_not_claim_to_be_more() {
    let explored = passes(file!(), || {
        std::few_schedules(3);
        let sum = Mutex::new(0);
        thread::scope(|scope| {
            for _ in 0..10 {
                scope.spawn(|| *sum.lock().unwrap() += 1);
            }
        });
    });
    assert_eq!(explored.extent, Extent::Few);
    // Three without a preemption, and three of each of four sorts of samples.
    assert_eq!(explored.executions, 15);
    let all = passes(file!(), || std::few_schedules(3));
    assert_eq!((all.extent, all.executions), (Extent::Everything, 1));
}

#[test]
fn code_that_has_failed_once_does_not_pass_for_doing_better_later() {
    let found = finding(file!(), || {
        // What no schedule decides, and no execution begins anew with.
        static RUNS: std::real_std::sync::atomic::AtomicUsize = std::real_std::sync::atomic::AtomicUsize::new(0);
        assert!(RUNS.fetch_add(1, SeqCst) > 0, "this goes wrong");
    });
    assert_eq!(found, Finding::unpredictable());
}
