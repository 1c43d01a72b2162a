//! What the way in which an execution ended says about the learner's code.

use threadlings_report::channel::Job;
use threadlings_report::{Finding, GO_ON_FOR_EVER, Kind, WAS_STOPPED};
use threadlings_trace as trace;

use crate::engine::run::{self, End};

/// The finding of the execution that ran last and was recorded.
pub(crate) fn of_last_execution(end: &End, job: &Job) -> Finding {
    let finding = match end {
        End::Panicked => trace::panic().unwrap_or_else(|| {
            Finding::new(Kind::Panic, "a panic of a closure that was handed in comes out where nobody expects it")
        }),
        End::Deadlock => trace::deadlock(),
        End::Livelock => trace::livelock(GO_ON_FOR_EVER),
        End::Stopped => return stopped(job),
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

/// A thread should have got on while the others stood still.
fn stopped(job: &Job) -> Finding {
    let name = trace::thread_name(run::me());
    let stopped = run::others_ready().into_iter().find_map(|other| Some((other, trace::last_place(other)?)));
    let headline = match stopped {
        Some((other, place)) => {
            format!("{name} waits for {}, {WAS_STOPPED} after line {}", trace::thread_name(other), place.line)
        }
        None => format!("{name} waits for another thread, {WAS_STOPPED}"),
    };
    // What it waits in is said with any other livelock; here it does not matter.
    Finding { headline, ..trace::with_execution(trace::livelock(GO_ON_FOR_EVER), job.full_trace) }
}
