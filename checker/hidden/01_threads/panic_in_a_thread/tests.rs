//! Hidden tests of `panic_in_a_thread`.

use std::panic::{AssertUnwindSafe, catch_unwind, panic_any};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use exercise::{Job, try_all};
use harness::{Rendezvous, ThreadLedger, fail};

/// What `try_all` returns; that it panics is a finding of its own.
fn results(jobs: Vec<Job>) -> Vec<Result<u32, String>> {
    match catch_unwind(AssertUnwindSafe(|| try_all(jobs))) {
        Ok(results) => results,
        Err(_) => fail("`try_all` panics when one of its jobs has panicked"),
    }
}

fn error(text: &str) -> Result<u32, String> {
    Err(text.to_owned())
}

/// Two jobs, the second panics: the results are the number of the first and the text of the second.
#[schedules]
fn a_number_and_a_panic() {
    let results = results(vec![Box::new(|| 2), Box::new(|| panic!("no paper"))]);
    assert_eq!(
        results,
        [Ok(2), error("no paper")],
        "`try_all` returned wrong results for a job that returns 2 and one that calls `panic!(\"no paper\")`"
    );
}

/// A job that panics with a formatted text: the text comes with its values.
#[schedules]
fn a_text_with_a_value() {
    let number = std::hint::black_box(7);
    let results = results(vec![Box::new(move || panic!("job {number} is lost"))]);
    assert_eq!(
        results,
        [error("job 7 is lost")],
        "`try_all` returned a wrong result for a job that calls `panic!(\"job {{number}} is lost\")` when `number` is 7"
    );
}

/// A job that panics with something that is no text: the error says so.
#[schedules]
fn a_payload_that_is_no_text() {
    let results = results(vec![Box::new(|| panic_any(7_u64))]);
    assert_eq!(
        results,
        [error("unknown panic")],
        "`try_all` returned a wrong result for a job that panics with the number 7, which is no text"
    );
}

/// Three jobs, the one in the middle panics: when `try_all` returns, the last has run to its end.
#[schedules]
fn all_jobs_have_ended_on_return() {
    let ended = Arc::new(AtomicUsize::new(0));
    let job = || -> Job {
        let ended = Arc::clone(&ended);
        Box::new(move || {
            ended.fetch_add(1, Ordering::SeqCst);
            1
        })
    };
    let results = results(vec![job(), Box::new(|| panic!("no paper")), job()]);
    let ended = ended.load(Ordering::SeqCst);
    assert_eq!(
        ended, 2,
        "`try_all` returned before its 3 jobs had ended: one has panicked, so many of the other 2 are done"
    );
    assert_eq!(results.len(), 3, "`try_all` did not return one result for each of its 3 jobs");
}

/// Three jobs that wait for each other: all end, since they run at the same time, each on a thread of its own.
#[schedules]
fn jobs_run_at_the_same_time() {
    let all = Rendezvous::new(3, "`try_all` never has its 3 jobs running at the same time");
    let threads = ThreadLedger::new();
    let job = || -> Job {
        let (all, threads) = (all.clone(), threads.clone());
        Box::new(move || {
            threads.record();
            all.meet();
            1
        })
    };
    try_all(vec![job(), job(), job()]);
    assert!(!threads.on_creator(), "`try_all` ran a job on the thread that called it");
}

/// Two jobs one after the other, and no jobs: each runs on a new thread, and no jobs have no results.
#[schedules]
fn each_job_has_a_thread_of_its_own() {
    let threads = ThreadLedger::new();
    let job = || -> Job {
        let threads = threads.clone();
        Box::new(move || {
            threads.record();
            1
        })
    };
    let results = try_all(vec![job(), job()]);
    assert_eq!(results, [Ok(1), Ok(1)], "`try_all` returned wrong results for two jobs that return 1");
    assert!(!threads.on_creator(), "`try_all` ran a job on the thread that called it");
    assert_eq!(threads.distinct(), 2, "`try_all` did not run its 2 jobs on 2 different threads");
    assert_eq!(try_all(Vec::new()), [], "`try_all` returned a result although there was no job");
}

/// One job: it runs on a new thread as well.
#[schedules]
fn a_single_job_has_a_thread() {
    let threads = ThreadLedger::new();
    let recorded = threads.clone();
    try_all(vec![Box::new(move || {
        recorded.record();
        1
    })]);
    assert!(!threads.on_creator(), "`try_all` with one job ran it on the thread that called it");
}

/// Two jobs, both panic: the results are their two texts.
#[schedules]
fn two_panics() {
    let results = results(vec![Box::new(|| panic!("no paper")), Box::new(|| panic!("no ink"))]);
    assert_eq!(
        results,
        [error("no paper"), error("no ink")],
        "`try_all` returned wrong results for jobs that call `panic!(\"no paper\")` and `panic!(\"no ink\")`"
    );
}

/// Jobs that panic with an empty text, and with one of two lines with blanks around it: the texts come as they are.
#[schedules]
fn texts_come_as_they_are() {
    harness::few_schedules(1);
    let results = results(vec![Box::new(|| panic!("")), Box::new(|| panic!("  no ink, \n no paper "))]);
    assert_eq!(
        results,
        [error(""), error("  no ink, \n no paper ")],
        "`try_all` changed the texts `\"\"` and `\"  no ink, \\n no paper \"` that its jobs gave to `panic!`"
    );
}

/// Jobs that return the smallest and the largest number: they are `Ok`.
#[schedules]
fn any_number_is_a_result() {
    harness::few_schedules(1);
    let results = results(vec![Box::new(|| 0), Box::new(|| u32::MAX)]);
    assert_eq!(
        results,
        [Ok(0), Ok(u32::MAX)],
        "`try_all` returned wrong results for jobs that return 0 and `u32::MAX`"
    );
}

/// Jobs that panic with a boxed text and with an error: neither payload is a `&'static str` or a `String`.
#[schedules]
fn other_payloads_are_no_text() {
    harness::few_schedules(1);
    let boxed: Box<str> = "no paper".into();
    let results = results(vec![Box::new(|| panic_any(boxed)), Box::new(|| panic_any(std::fmt::Error))]);
    assert_eq!(
        results,
        [error("unknown panic"), error("unknown panic")],
        "`try_all` returned wrong results for jobs that panic with a `Box<str>` and a `std::fmt::Error`"
    );
}

/// Twenty jobs that wait for each other, and then panic: all run at the same time, and each has the text of its own.
#[schedules]
fn many_jobs_at_the_same_time() {
    harness::few_schedules(1);
    let all = Rendezvous::new(20, "`try_all` never has its 20 jobs running at the same time");
    let job = |number: usize| -> Job {
        let all = all.clone();
        Box::new(move || {
            all.meet();
            panic!("job {number} is lost")
        })
    };
    let expected: Vec<_> = (0..20).map(|number| error(&format!("job {number} is lost"))).collect();
    assert_eq!(
        results((0..20).map(job).collect()),
        expected,
        "`try_all` returned wrong results for 20 jobs that each panic with a text of its own"
    );
}

/// A second call: its results are its own.
#[schedules]
fn a_second_call_has_its_own_results() {
    results(vec![Box::new(|| panic!("no paper"))]);
    let results = results(vec![Box::new(|| 5)]);
    assert_eq!(results, [Ok(5)], "a second `try_all` returned wrong results for its only job, which returns 5");
}
