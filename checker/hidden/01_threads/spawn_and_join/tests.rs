//! Hidden tests of `spawn_and_join`.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use exercise::run_all;
use harness::{Rendezvous, ThreadLedger};

/// Three jobs: when `run_all` returns, all of them have run to their end.
#[schedules]
fn all_jobs_are_done_on_return() {
    let done = Arc::new(AtomicUsize::new(0));
    let job = || -> Box<dyn FnOnce() + Send> {
        let done = Arc::clone(&done);
        Box::new(move || {
            done.fetch_add(1, Ordering::SeqCst);
        })
    };
    run_all(vec![job(), job(), job()]);
    let done = done.load(Ordering::SeqCst);
    assert!(done == 3, "`run_all` returned with only {done} of its 3 jobs done");
}

/// Three jobs that wait for each other: they all finish, since all of them run at the same time.
#[schedules]
fn jobs_run_at_the_same_time() {
    let all = Rendezvous::new(3, "`run_all` never has its 3 jobs running at the same time");
    let job = || -> Box<dyn FnOnce() + Send> {
        let all = all.clone();
        Box::new(move || all.meet())
    };
    run_all(vec![job(), job(), job()]);
}

/// Three jobs run on three threads, none of them the thread that called `run_all`.
#[schedules]
fn each_job_has_a_thread_of_its_own() {
    let threads = ThreadLedger::new();
    let job = || -> Box<dyn FnOnce() + Send> {
        let threads = threads.clone();
        Box::new(move || threads.record())
    };
    run_all(vec![job(), job(), job()]);
    assert!(!threads.on_creator(), "`run_all` ran a job on the thread that called it");
    assert_eq!(threads.distinct(), 3, "`run_all` did not run its 3 jobs on 3 different threads");
}

/// No jobs: `run_all` returns.
#[schedules]
fn no_jobs() {
    run_all(Vec::new());
}

/// One job: it runs on a new thread as well.
#[schedules]
fn a_single_job_has_a_thread() {
    let threads = ThreadLedger::new();
    let recorded = threads.clone();
    run_all(vec![Box::new(move || recorded.record())]);
    assert!(!threads.on_creator(), "`run_all` with one job ran it on the thread that called it");
}

/// Twenty jobs that wait for each other: they all run, on twenty threads, at the same time.
#[schedules]
fn many_jobs_run_at_the_same_time() {
    harness::few_schedules(1);
    let all = Rendezvous::new(20, "`run_all` never has its 20 jobs running at the same time");
    let threads = ThreadLedger::new();
    let job = || -> Box<dyn FnOnce() + Send> {
        let (all, threads) = (all.clone(), threads.clone());
        Box::new(move || {
            all.meet();
            threads.record();
        })
    };
    run_all((0..20).map(|_| job()).collect());
    let ran = threads.distinct();
    assert!(ran == 20, "`run_all` returned when {ran} of its 20 jobs had run on a thread of their own");
}

/// A second call, with one job: when it returns, its job is done as well.
#[schedules]
fn a_second_call_waits_too() {
    run_all(vec![Box::new(|| ())]);
    let done = Arc::new(AtomicUsize::new(0));
    let job = {
        let done = Arc::clone(&done);
        move || {
            done.fetch_add(1, Ordering::SeqCst);
        }
    };
    run_all(vec![Box::new(job)]);
    assert!(done.load(Ordering::SeqCst) == 1, "a second `run_all` returned before its only job was done");
}
