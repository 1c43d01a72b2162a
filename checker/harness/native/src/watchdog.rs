//! Sees to it that every test ends.

use std::time::{Duration, Instant};

use report::channel::Job;
use report::keeper::{self, Keeper};
use report::{Blocked, Finding, Kind, Outcome, WaitsFor};
use threadlings_report as report;

use crate::memory::Growth;
use crate::{cpu_time, engine, panics, threads};

/// Most tests are over before the first look.
const FIRST_LOOK: Duration = Duration::from_millis(20);
const NEXT_LOOK: Duration = Duration::from_millis(10);

/// Waits for the end of the test; returns what it ended with, or why it will not end.
pub(crate) fn watch(keeper: &mut Keeper, job: &Job) -> Outcome {
    engine::leave_out_this_thread();
    let started = Instant::now();
    let mut growth = Growth::begin();
    let mut wait = FIRST_LOOK;
    loop {
        if let Some(outcome) = keeper.wait(Some(wait)) {
            return outcome;
        }
        if let Some(mut finding) = cpu_time::leave_out(|| look(started.elapsed(), &mut growth, job)) {
            // The test may have ended meanwhile, and only threads that nobody joins are left.
            if let Some(outcome) = keeper.wait(Some(Duration::ZERO)) {
                return outcome;
            }
            panics::add_to(&mut finding, job);
            return Outcome::Failed(Box::new(finding));
        }
        wait = NEXT_LOOK;
    }
}

fn look(elapsed: Duration, growth: &mut Growth, job: &Job) -> Option<Finding> {
    growth.look();
    // Who takes more and more memory comes to its limit soon: what the code does wrong shall not depend on how busy the
    // machine is.
    let times = if growth.goes_on() { 2 } else { 1 };
    let is_over = |spent: Duration, seconds: u64| spent >= Duration::from_secs(seconds * times);
    if threads::more_than(job.max_threads) {
        Some(too_many_threads(job))
    } else if threads::none_can_go_on() && !keeper::is_asked() {
        let headline = "deadlock: every thread waits for another";
        Some(with_threads(Finding::new(Kind::Deadlock, headline), job))
    } else if is_over(elapsed, job.seconds) || is_over(cpu_time::used(), job.cpu_seconds) {
        // Which of the two comes first depends on what else the machine does.
        let headline = "still running after all the time that the test may take";
        Some(with_threads(Finding::new(Kind::Hang, headline), job))
    } else {
        None
    }
}

/// The finding about a test with more threads than it may have.
pub(crate) fn too_many_threads(job: &Job) -> Finding {
    Finding::new(Kind::Threads, format!("your code has more than {} threads alive at once", job.max_threads))
}

/// Adds where each thread is. A probe that a thread waits in knows a better headline. The place of the finding is that
/// of the first thread that is in the learner's file.
fn with_threads(mut finding: Finding, job: &Job) -> Finding {
    let interleaving = threads::where_they_are(&job.learner_file);
    if let Some(sentence) = interleaving.blocked.iter().find_map(sentence) {
        finding.headline = sentence;
    }
    finding.place = interleaving.blocked.iter().find_map(|blocked| blocked.place);
    finding.interleaving = Some(interleaving);
    finding
}

fn sentence(blocked: &Blocked) -> Option<String> {
    match &blocked.waits_for {
        WaitsFor::Probe { sentence, .. } => Some(sentence.clone()),
        _ => None,
    }
}
