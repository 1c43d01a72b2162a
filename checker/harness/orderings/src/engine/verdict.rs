//! Puts what loom found into a finding.

use threadlings_report::{Finding, Kind, Place};

use crate::engine::race::{self, Accessed};
use crate::engine::{arcs, execution, finish, panics};
use crate::record;

/// Loom has given the execution up; its message says why.
pub(crate) fn engine_failed(message: &str) -> ! {
    let message = message.trim_start();
    finish::end_with(|| {
        if message.starts_with("Causality violation") || message.starts_with("currently ") {
            data_race()
        } else if panics::left_over()
            && let Some(finding) = threadlings_trace::panic()
        {
            // What a panic leaves behind, such as a lock that nobody gives back, is not the reason.
            finding
        } else if message.starts_with("deadlock") {
            threadlings_trace::deadlock()
        } else if message.contains("exceeded maximum number of branches") {
            livelock()
        } else if message.starts_with("Arc leaked") {
            leak()
        } else {
            Finding::new(Kind::Unsupported, "one of the executions of this test could not be followed to its end")
        }
    })
}

fn data_race() -> Finding {
    let Some((earlier, later)) = race::collision() else {
        let headline =
            "a thread uses an atomic as its own, but nothing makes the other threads' accesses happen before";
        return Finding {
            place: record::last_place(execution::last_at_work()),
            ..Finding::new(Kind::DataRace, headline)
        };
    };
    let headline = format!(
        "{} {} {}{} and {} {} it{}, but nothing makes one happen before the other",
        threadlings_trace::thread_name(earlier.thread),
        if earlier.writes { "wrote" } else { "read" },
        if later.place.is_some() { "the cell" } else { "the value" },
        position(&earlier),
        threadlings_trace::thread_name(later.thread),
        if later.writes { "writes" } else { "reads" },
        position(&later),
    );
    let place = later.place.or(later.after).or(earlier.place).or(earlier.after);
    Finding { place, ..Finding::new(Kind::DataRace, headline) }
}

fn position(access: &Accessed) -> String {
    match (access.place, access.after) {
        (Some(Place { line, .. }), _) => format!(" on line {line}"),
        (None, Some(Place { line, .. })) => format!(" after line {line}"),
        (None, None) => String::new(),
    }
}

fn livelock() -> Finding {
    let thread = execution::last_at_work();
    let at = record::last_place(thread).map(|place| format!(" on line {}", place.line)).unwrap_or_default();
    let name = threadlings_trace::thread_name(thread);
    threadlings_trace::livelock(format!("{name} goes on for ever{at} without getting anywhere"))
}

fn leak() -> Finding {
    let place = arcs::first_alive().and_then(threadlings_trace::place);
    let headline = match place {
        Some(place) => format!("a clone of the `Arc` made on line {} is never dropped", place.line),
        None => "a clone of an `Arc` is never dropped".to_owned(),
    };
    Finding { place, ..Finding::new(Kind::Leak, headline) }
}
