//! One test, from the job to the outcome.

use std::panic::catch_unwind;

use report::channel::Channel;
use report::{Explored, Extent, Outcome};
use threadlings_report as report;

use crate::{ending, panics, threads, watchdog};

/// Runs the test that the checker asks for on a thread of its own, hands the outcome to the checker, and ends the
/// process.
///
/// The process's first thread becomes the watchdog.
pub fn main(tests: &[(&str, fn())]) -> ! {
    let (mut keeper, job, test) = ending::open(tests);
    if let Err(error) = Channel::limit_cpu_time(job) {
        ending::refuse(&format!("the processor time cannot be limited: {error}"));
    }
    panics::keep();
    let started = keeper.start(move |seal| {
        threads::this_is_the_test();
        seal.close();
        match catch_unwind(test) {
            Ok(()) => Outcome::Passed(Explored { executions: 1, extent: Extent::Once, threads: 0 }),
            // Here, and not by the keeper: it is the learner's value.
            Err(payload) => Outcome::Failed(Box::new(panics::finding(payload, job))),
        }
    });
    if let Err(error) = started {
        ending::refuse(&format!("the test cannot be started: {error}"));
    }
    let outcome = watchdog::watch(&mut keeper, job);
    ending::finish(keeper, outcome)
}
