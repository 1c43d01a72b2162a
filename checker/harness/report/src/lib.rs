//! What a judge found, as plain data.
//!
//! A hidden test runs in a process of its own, which tells the checker what happened over a [`channel`].
//! The terminal, JSON and every other reader of a verdict work on these values; nothing here prints.
#![deny(unsafe_code)]

pub mod channel;
mod interleaving;
pub mod keeper;
mod limits;
pub mod panics;
mod schedule;
mod system;

use serde::{Deserialize, Serialize};

pub use interleaving::{Blocked, Interleaving, Lane, Object, Place, Step, WaitsFor};
pub use schedule::{Replayed, Schedule, Switch};
pub use system::exit;

/// The headline of a livelock of which a judge cannot say more; the threads in the interleaving tell who goes on.
pub const GO_ON_FOR_EVER: &str = "the threads go on for ever without getting anywhere";

/// What the headline of a finding says of a thread that others wait for though it stands still.
pub const WAS_STOPPED: &str = "which was stopped";

/// The end of one hidden test.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// What the test demands held wherever the judge looked.
    Passed(Explored),
    /// The first reason to reject the answer.
    Failed(Box<Finding>),
    /// The job was to run one schedule again. This says nothing about any other.
    Replayed(Box<Replayed>),
}

/// How far a judge looked before it let a test pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explored {
    /// How often the test ran from start to end: 1 under the native judge.
    pub executions: u64,
    /// What share of all possible executions these were.
    pub extent: Extent,
    /// Most threads that were alive at once in any of them, the test's own included; 0 if that was not counted.
    #[serde(default)]
    pub threads: u32,
}

/// What share of all possible executions was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Extent {
    /// One run on real threads.
    Once,
    /// All of them.
    Everything,
    /// All with at most this many preemptions, and a sample of the others.
    Preemptions(u32),
    /// A sample.
    Sample,
    /// As few as the test has asked for: it is about something that no schedule changes.
    Few,
}

/// One reason for a verdict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// What sort of failure this is; wrong answers declare it.
    pub kind: Kind,
    /// One sentence that says what the learner's code did. May hold object marks, see [`Object`].
    pub headline: String,
    /// More that belongs to the headline, one paragraph an entry: values compared, a second panic.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<String>,
    /// The place in the learner's file that the finding is about, where one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// The failing execution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interleaving: Option<Interleaving>,
    /// How to come to the failing execution once more, if that is possible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<Schedule>,
    /// What the learner's code printed in the failing execution.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub output: String,
}

impl Finding {
    /// A finding that has a headline only.
    pub fn new(kind: Kind, headline: impl Into<String>) -> Self {
        Finding {
            kind,
            headline: headline.into(),
            details: Vec::new(),
            place: None,
            interleaving: None,
            schedule: None,
            output: String::new(),
        }
    }

    /// The code does not do the same thing twice, so nothing more can be said about how it fails.
    pub fn unpredictable() -> Self {
        Finding::new(
            Kind::Unsupported,
            "the code does something else each time, though its threads run in the same order: \
             it depends on something that cannot be repeated, such as an address, chance or the time of day",
        )
    }
}

/// The sort of a [`Finding`]. Its name in snake case is what authors write into the wrong answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// rustc refused the learner's file.
    CompileError,
    /// The learner's file compiles, but not with the hidden tests: a public name or signature differs.
    Interface,
    /// The learner's file uses a part of std that the exercise is to be solved without.
    Forbidden,
    /// A hidden test's assertion did not hold.
    WrongResult,
    /// The learner's code panicked where it must not.
    Panic,
    /// No thread can go on.
    Deadlock,
    /// Threads go on for ever without getting anywhere.
    Livelock,
    /// Two accesses to the same memory, at least one a write, and nothing orders them.
    DataRace,
    /// Memory or a value that is never dropped.
    Leak,
    /// Something that must be possible did not happen in any execution.
    NeverHappens,
    /// A program that must be refused compiles.
    MisuseCompiles,
    /// A program that must compile is refused, or one that must be refused is, but for another reason than the one meant.
    UseRefused,
    /// A program that the learner has broken on purpose fails with another error than asked for.
    OtherError,
    /// Nothing moved for longer than the exercise allows.
    Hang,
    /// The process was ended by a signal.
    Crash,
    /// More memory than allowed.
    Memory,
    /// More output than allowed.
    Output,
    /// More threads than allowed.
    Threads,
    /// The process ended before the hidden test did.
    EndedEarly,
    /// The learner's code uses something the judge cannot follow.
    Unsupported,
}

impl Kind {
    /// The name in snake case, as authors write it and JSON shows it.
    pub fn name(self) -> String {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::String(name)) => name,
            _ => unreachable!("a unit variant is written as a string"),
        }
    }
}
