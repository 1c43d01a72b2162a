//! One test, from the job to the outcome.

use std::panic::catch_unwind;
use std::sync::mpsc;
use std::thread::Builder;

use report::channel::Channel;
use report::{Explored, Extent, Outcome};
use threadlings_report as report;

use crate::{ending, panics, threads, watchdog};

/// As much as the main thread of an ordinary program has.
const STACK: usize = 8 << 20;

/// Runs the test that the checker asks for on a thread of its own, hands the outcome to the checker, and ends the
/// process.
///
/// The process's first thread becomes the watchdog.
pub fn main(tests: &[(&str, fn())]) -> ! {
    let job = ending::open();
    let Some(&(_, test)) = tests.iter().find(|(name, _)| *name == job.test) else {
        ending::refuse(&format!("there is no hidden test called `{}` here", job.test));
    };
    if let Err(error) = Channel::limit_cpu_time(job) {
        ending::refuse(&format!("the processor time cannot be limited: {error}"));
    }
    panics::keep();
    let (ended, end) = mpsc::channel();
    let run = move || {
        threads::this_is_the_test();
        // Nobody receives it if the watchdog was first.
        let _ = ended.send(catch_unwind(test));
    };
    if let Err(error) = Builder::new().stack_size(STACK).spawn(run) {
        ending::refuse(&format!("the test cannot be started: {error}"));
    }
    let outcome = match watchdog::watch(&end, job) {
        Ok(Ok(())) => Outcome::Passed(Explored { executions: 1, extent: Extent::Once }),
        Ok(Err(payload)) => Outcome::Failed(Box::new(panics::finding(payload, job))),
        Err(finding) => Outcome::Failed(finding),
    };
    ending::finish(outcome)
}
