//! Hidden tests of `take_the_value_back`.

use std::cell::Cell;
use std::sync::Mutex;

use exercise::gather;
use harness::{Blocker, DropLedger, Item, Rendezvous, ThreadLedger};

/// What is gathered. It can be sent to another thread, but not cloned.
struct Finding(u32);

/// A job for `gather`.
fn job<T>(work: impl FnOnce(&Mutex<Vec<T>>) + Send + 'static) -> Box<dyn FnOnce(&Mutex<Vec<T>>) + Send> {
    Box::new(work)
}

/// A job that adds one element.
fn adds(number: u32) -> Box<dyn FnOnce(&Mutex<Vec<Finding>>) + Send> {
    job(move |list| list.lock().unwrap().push(Finding(number)))
}

fn numbers(findings: &[Finding]) -> Vec<u32> {
    findings.iter().map(|finding| finding.0).collect()
}

/// Two jobs add an element each: both are in the list that comes back.
#[schedules]
fn nothing_is_missing() {
    let mut found = numbers(&gather(vec![adds(1), adds(2)]));
    found.sort();
    assert_eq!(found, [1, 2], "`gather` did not return exactly what two jobs had added");
}

/// A job takes out what another one has put in, and puts in something else: they share one list.
#[schedules]
fn jobs_share_one_list() {
    let first_is_in = Rendezvous::new(2, "`gather` never has its 2 jobs running at the same time");
    let second = first_is_in.clone();
    let found = gather(vec![
        job(move |list: &Mutex<Vec<Finding>>| {
            list.lock().unwrap().push(Finding(1));
            first_is_in.meet();
        }),
        job(move |list: &Mutex<Vec<Finding>>| {
            second.meet();
            let mut list = list.lock().unwrap();
            match list.pop() {
                Some(finding) => list.extend([Finding(finding.0 + 10), Finding(5)]),
                None => harness::fail("a job does not find in the list what another job has put in before"),
            }
        }),
    ]);
    assert_eq!(numbers(&found), [11, 5], "`gather` did not return the list as the jobs had left it");
}

/// The first job waits for the second, which waits for the third.
#[schedules]
fn all_jobs_run_at_the_same_time() {
    let runs = || Blocker::new("`gather` got 3 jobs, and does not start the last one while the others are running");
    let (second_runs, third_runs) = (runs(), runs());
    let (second, third) = (second_runs.clone(), third_runs.clone());
    gather::<Finding>(vec![
        job(move |_| second_runs.wait()),
        job(move |_| {
            third_runs.wait();
            second.release();
        }),
        job(move |_| third.release()),
    ]);
}

/// Each of two jobs runs on a new thread of its own, and so does a single one.
#[schedules]
fn each_job_has_its_own_thread() {
    let ledger = ThreadLedger::new();
    let (first, second) = (ledger.clone(), ledger.clone());
    gather::<Finding>(vec![job(move |_| first.record()), job(move |_| second.record())]);
    assert!(!ledger.on_creator(), "`gather` runs a job on the thread that called it");
    assert_eq!(ledger.distinct(), 2, "`gather` does not run two jobs on two threads");
    let single = ThreadLedger::new();
    let only = single.clone();
    gather::<Finding>(vec![job(move |_| only.record())]);
    assert!(!single.on_creator(), "`gather` runs a single job on the thread that called it");
}

/// A job goes on for a long time; meanwhile `gather` sleeps.
#[schedules]
fn gather_sleeps_while_a_job_works() {
    let found = gather(vec![job(|list: &Mutex<Vec<Finding>>| {
        harness::settle("`gather` looks again and again whether a job is done, instead of sleeping");
        list.lock().unwrap().push(Finding(1));
    })]);
    assert_eq!(numbers(&found), [1], "`gather` did not return what a job had added that took a long time");
}

/// The elements themselves come back, and whoever called `gather` drops them.
#[schedules]
fn elements_are_handed_over() {
    let ledger = DropLedger::new();
    let item = ledger.item(1);
    let found: Vec<Item> = gather(vec![job(move |list: &Mutex<Vec<Item>>| list.lock().unwrap().push(item))]);
    assert_eq!(ledger.alive(), 1, "`gather` has dropped an element that a job had added");
    assert_eq!(found.len(), 1, "`gather` did not return the one element that a job had added");
    drop(found);
    ledger.assert_each_dropped_once("element");
}

/// Elements that threads can hand on, but not share.
#[schedules]
fn elements_need_not_be_sync() {
    let found = gather(vec![job(|list: &Mutex<Vec<Cell<u32>>>| list.lock().unwrap().push(Cell::new(1)))]);
    assert_eq!(found, [Cell::new(1)], "`gather` did not return the one element that a job had added");
}

/// Without jobs the list is empty.
#[schedules]
fn there_may_be_no_jobs() {
    let found: Vec<Finding> = gather(vec![]);
    assert_eq!(numbers(&found), [0; 0], "`gather` returned an element although there was no job");
}
