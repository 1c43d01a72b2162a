//! The end of the process.

use real_std::sync::atomic::{AtomicBool, Ordering};

use threadlings_report::channel::Job;
use threadlings_report::{Finding, Kind, Outcome, keeper};

use crate::engine::{again, large_stack};

static FULL_TRACE: AtomicBool = AtomicBool::new(false);

/// Takes note of how an outcome is wanted.
pub(crate) fn prepare(job: &Job) {
    FULL_TRACE.store(job.full_trace, Ordering::Relaxed);
}

/// Hands the outcome over, which ends the process.
pub(crate) fn end(outcome: Outcome) -> ! {
    keeper::end(outcome)
}

/// Ends the process with a finding about the execution that runs now.
///
/// This comes before anything unwinds, because unwinding out of a thread that loom has given up would abort.
pub(crate) fn end_with(finding: impl FnOnce() -> Finding) -> ! {
    if !again::is_second() {
        again::search();
    }
    large_stack::run(|| {
        let full = FULL_TRACE.load(Ordering::Relaxed);
        end(Outcome::Failed(Box::new(threadlings_trace::with_execution(finding(), full))));
    });
    threadlings_report::exit(1)
}

/// Ends the test: the learner's code did what the sentence says.
pub fn fail(sentence: String) -> ! {
    end_with(|| Finding::new(Kind::WrongResult, sentence))
}

/// Ends the test: this judge cannot follow what the sentence says.
pub(crate) fn unsupported(sentence: String) -> ! {
    end_with(|| Finding::new(Kind::Unsupported, sentence))
}
