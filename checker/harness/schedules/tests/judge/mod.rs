//! Judges the programs of these tests.

use std::engine::{Body, explore};
use std::sync::Arc;

use threadlings_report::channel::Job;
use threadlings_report::{Explored, Finding, Outcome};

/// Looks at all executions of `test`, whose learner's file is `file`.
pub(crate) fn judge(file: &str, test: fn()) -> Outcome {
    let job = Job {
        test: String::new(),
        learner_file: file.to_owned(),
        max_executions: 4_000,
        max_steps: 20_000,
        max_threads: 16,
        seconds: 0,
        memory: 0,
        full_trace: false,
    };
    let body: Body = Arc::new(test);
    explore(&job, &body)
}

/// The finding that `test` must have.
#[track_caller]
pub(crate) fn finding(file: &str, test: fn()) -> Finding {
    match judge(file, test) {
        Outcome::Failed(finding) => *finding,
        Outcome::Passed(explored) => panic!("the test passed: {explored:?}"),
    }
}

/// The test must pass.
#[track_caller]
pub(crate) fn passes(file: &str, test: fn()) -> Explored {
    match judge(file, test) {
        Outcome::Passed(explored) => explored,
        Outcome::Failed(finding) => panic!("the test failed: {finding:#?}"),
    }
}
