//! Findings about the execution that ran last.

use threadlings_report::panics::{assertion, of_the_learner};
use threadlings_report::{Blocked, Finding, Interleaving, Kind, Place, WaitsFor};

use crate::busy::busy_waiting;
use crate::execution::{Log, with_log};
use crate::interleaving::interleaving;
use crate::panics::{Panic, root_cause};
use crate::{output, waiting};

/// Most bytes of output that a finding shows.
const MOST_OUTPUT: usize = 4 << 10;

/// Adds what is known about the execution: its interleaving and its output.
pub fn with_execution(mut finding: Finding, full: bool) -> Finding {
    let interleaving = interleaving(finding.kind, full);
    // A probe that waits for the end of the activity has said it already.
    // And a thread that the learner's code joins may well work in a loop: what is wrong is that nobody ends it.
    let is_joined = |blocked: &Blocked| blocked.place.is_some() && matches!(blocked.waits_for, WaitsFor::Thread { .. });
    if finding.kind == Kind::Livelock
        && !interleaving.blocked.iter().any(is_joined)
        && with_log(|log| awaited_end(log).is_none())
        && let Some(sentence) = with_log(|log| busy_waiting(log, &interleaving))
    {
        finding.headline = sentence;
    }
    finding.interleaving = Some(interleaving);
    finding.output = output::printed();
    if finding.output.len() > MOST_OUTPUT {
        finding.output.truncate(finding.output.floor_char_boundary(MOST_OUTPUT));
        finding.output.push('…');
    }
    finding
}

/// What happened in an execution in which nothing went wrong.
pub fn of_passed_execution(full: bool) -> Interleaving {
    // Of a kind about which there is nothing to remark.
    interleaving(Kind::Leak, full)
}

/// The finding that a panic makes, by its root cause; none if nothing but deliberate panics happened.
pub fn panic() -> Option<Finding> {
    with_log(|log| {
        let cause = root_cause(&log.panics)?;
        log.last_step = Some(log.panics[cause].steps);
        let name = |panic: &Panic| log.thread_name(panic.thread);
        let mut finding = panic_finding(&log.panics[cause]);
        // Those of the hidden test only pass it on.
        let after = log.panics[cause + 1..].iter().filter(|panic| panic.place.is_some());
        finding.details.extend(after.map(|panic| format!("Then {} panicked: {}", name(panic), panic.message)));
        Some(finding)
    })
}

fn panic_finding(panic: &Panic) -> Finding {
    // A hidden test's words speak for themselves; what the learner's code says needs to be told where it said it.
    match panic.place {
        Some(place) => of_the_learner(Some(&panic.message), place),
        None => assertion(&panic.message),
    }
}

/// The finding that no thread can go on. The headline is for whoever has nothing better: `blocked` in the
/// interleaving says it all.
pub fn deadlock() -> Finding {
    with_log(|log| {
        let blocked = waiting::blocked(log);
        let probe = blocked.iter().find_map(|blocked| match &blocked.waits_for {
            WaitsFor::Probe { sentence, .. } => Some(sentence.clone()),
            _ => None,
        });
        let main_waits = blocked.iter().any(|blocked| blocked.lane == 0);
        let headline = match (probe, blocked.first()) {
            (Some(sentence), _) => sentence,
            (None, Some(first)) if !main_waits => {
                format!("{} is left behind: it waits for ever in `{}`", log.thread_name(first.lane), first.operation)
            }
            _ => "deadlock: no thread can go on".to_owned(),
        };
        let mut finding = Finding::new(Kind::Deadlock, headline);
        finding.place = blocked.iter().find_map(|blocked| blocked.place);
        if let Some(cause) = root_cause(&log.panics) {
            let panic = &log.panics[cause];
            let line = panic.place.map(|place| format!(" on line {}", place.line)).unwrap_or_default();
            let name = log.thread_name(panic.thread);
            finding.details.push(format!("Before that, {name} panicked{line}: {}", panic.message));
        }
        finding
    })
}

/// The finding that threads go on for ever.
pub fn livelock(headline: impl Into<String>) -> Finding {
    with_log(|log| {
        let sentence = awaited_end(log).or_else(|| waiting::for_the_endless(log));
        let mut finding = Finding::new(Kind::Livelock, sentence.unwrap_or_else(|| headline.into()));
        finding.place = log.steps.iter().rev().find_map(|recorded| recorded.step.place);
        finding
    })
}

/// The place in the learner's file at which a thread has made its last step.
pub fn last_place(thread: usize) -> Option<Place> {
    with_log(|log| {
        let mut steps = log.steps.iter().rev().filter(|recorded| recorded.step.lane == thread);
        steps.find_map(|recorded| recorded.step.place)
    })
}

/// What a probe says that waits for the end of all activity.
fn awaited_end(log: &Log) -> Option<String> {
    let waiting = log.threads.iter().filter(|thread| thread.waiting.is_some());
    waiting.filter_map(|thread| thread.probes.last()).next().map(|(sentence, _)| sentence.clone())
}
