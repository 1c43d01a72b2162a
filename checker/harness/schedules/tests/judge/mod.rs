//! Judges the programs of these tests.
#![allow(dead_code, reason = "each test file uses some of it")]

use std::engine::explore;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use threadlings_report::channel::Job;
use threadlings_report::{Explored, Finding, Kind, Outcome, Replayed, Schedule};

/// Looks at all executions of `test`, whose learner's file is `file`.
pub(crate) fn judge(file: &str, test: fn()) -> Outcome {
    explore(&job(file), test)
}

fn job(file: &str) -> Job {
    Job {
        test: String::new(),
        learner_file: file.to_owned(),
        max_executions: 1_500,
        max_steps: 20_000,
        max_threads: 16,
        seconds: 0,
        cpu_seconds: 0,
        memory: 0,
        full_trace: false,
        replay: None,
    }
}

/// What comes of this schedule with `test`.
#[track_caller]
pub(crate) fn replayed(file: &str, schedule: &Schedule, test: fn()) -> Replayed {
    match explore(&Job { replay: Some(schedule.clone()), ..job(file) }, test) {
        Outcome::Replayed(replayed) => *replayed,
        other => panic!("all schedules were explored: {other:?}"),
    }
}

/// The finding that `test` must have.
#[track_caller]
pub(crate) fn finding(file: &str, test: fn()) -> Finding {
    match judge(file, test) {
        Outcome::Failed(finding) => *finding,
        other => panic!("the test passed: {other:?}"),
    }
}

/// The test must pass.
#[track_caller]
pub(crate) fn passes(file: &str, test: fn()) -> Explored {
    match judge(file, test) {
        Outcome::Passed(explored) => explored,
        other => panic!("the test failed: {other:#?}"),
    }
}

/// The kind of the finding that the wrong program has, while the right one passes.
pub(crate) fn wrong_and_right(wrong: fn(), right: fn()) -> Kind {
    passes("", right);
    finding("", wrong).kind
}

/// Starts two threads that do the same.
pub(crate) fn two<T: Send + 'static>(work: impl Fn(usize) -> T + Send + Sync + 'static) -> Vec<JoinHandle<T>> {
    let work = Arc::new(work);
    (0..2)
        .map(|number| {
            let work = Arc::clone(&work);
            thread::spawn(move || work(number))
        })
        .collect()
}

/// The results of all threads.
pub(crate) fn join_all<T>(threads: Vec<JoinHandle<T>>) -> Vec<T> {
    threads.into_iter().map(|thread| thread.join().unwrap()).collect()
}
