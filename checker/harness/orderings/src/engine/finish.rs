//! The end of the process.

use real_std::sync::{Mutex, PoisonError};

use threadlings_report::channel::{Channel, Job};
use threadlings_report::{Finding, Kind, Outcome};

use crate::engine::large_stack;

struct Open {
    channel: Channel,
    full_trace: bool,
}

static OPEN: Mutex<Option<Open>> = Mutex::new(None);

/// Keeps the channel until there is an outcome.
pub(crate) fn keep(channel: Channel, job: &Job) {
    *OPEN.lock().unwrap_or_else(PoisonError::into_inner) = Some(Open { channel, full_trace: job.full_trace });
}

/// Hands the outcome back and ends the process.
pub(crate) fn end(outcome: Outcome) -> ! {
    // Whoever comes second waits until the first has sent its outcome and ended the process.
    let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
    let sent = open.take().is_some_and(|open| open.channel.finish(outcome).is_ok());
    real_std::process::exit(if sent { 0 } else { 1 })
}

/// Ends the process with a finding about the execution that runs now.
///
/// This comes before anything unwinds, because unwinding out of a thread that loom has given up would abort.
pub(crate) fn end_with(finding: impl FnOnce() -> Finding) -> ! {
    large_stack::run(|| {
        let full = OPEN.lock().unwrap_or_else(PoisonError::into_inner).as_ref().is_some_and(|open| open.full_trace);
        end(Outcome::Failed(Box::new(threadlings_trace::with_execution(finding(), full))));
    });
    real_std::process::exit(1)
}

/// Ends the test: the learner's code did what the sentence says.
pub fn fail(sentence: String) -> ! {
    end_with(|| Finding::new(Kind::WrongResult, sentence))
}

/// Ends the test: this judge cannot follow what the sentence says.
pub(crate) fn unsupported(sentence: String) -> ! {
    end_with(|| Finding::new(Kind::Unsupported, sentence))
}
