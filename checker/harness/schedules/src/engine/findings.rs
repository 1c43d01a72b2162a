//! What the way in which an execution ended says about the learner's code.

use threadlings_report::channel::Job;
use threadlings_report::{Finding, GO_ON_FOR_EVER, Kind};
use threadlings_trace as trace;

use crate::engine::run::End;

/// The finding of the execution that ran last and was recorded.
pub(crate) fn of_last_execution(end: &End, job: &Job) -> Finding {
    let finding = match end {
        End::Panicked => trace::panic().unwrap_or_else(|| {
            Finding::new(Kind::Panic, "a panic of a closure that was handed in comes out where nobody expects it")
        }),
        End::Deadlock => trace::deadlock(),
        End::Livelock => trace::livelock(GO_ON_FOR_EVER),
        End::Failed(sentence) => Finding::new(Kind::WrongResult, sentence),
        End::Threads => {
            Finding::new(Kind::Threads, format!("your code has more than {} threads alive at once", job.max_threads))
        }
        End::Output => {
            Finding::new(Kind::Output, format!("your code prints more than {} KiB", trace::OUTPUT_LIMIT >> 10))
        }
    };
    trace::with_execution(finding, job.full_trace)
}
