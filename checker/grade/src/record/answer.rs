//! What is known about one distinct answer.

use serde::{Deserialize, Serialize};

use crate::clean::Plain;

/// One distinct content, judged as the answer to one exercise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// What came out.
    pub outcome: Outcome,
    /// How far that can be trusted.
    pub trust: Trust,
    /// What there is to tell its author.
    #[serde(default)]
    pub feedback: Feedback,
    /// Fingerprints of its text, by which similar answers are found; empty if it cannot be read as tokens.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prints: Vec<u32>,
    /// How long it took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timing: Option<Timing>,
}

/// What came out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Outcome {
    /// All judges agree that it is right.
    Pass,
    /// A judge found it wrong.
    Fail,
    /// rustc refused it.
    CompileError,
    /// It was not compiled at all.
    Rejected {
        /// What it offends against, in a few words: `the token unsafe`, `not UTF-8`.
        rule: Plain,
    },
    /// It took too long.
    Timeout {
        /// What did: `compile`, `cpu` or `wall`.
        of: Clock,
    },
    /// It used too much.
    Limit {
        /// Of what: `memory`, `output`, `threads` or `file`.
        of: Resource,
    },
    /// Its process was ended by a signal.
    Crashed {
        /// The signal's number, if it is known.
        signal: Option<i32>,
    },
    /// It was not looked at because something it depends on had failed.
    Skipped {
        /// What that is.
        because: Plain,
    },
    /// The grader failed. It says nothing about the answer, and is never a zero.
    GraderError {
        /// What happened, for the instructor.
        message: Plain,
    },
    /// Nothing was judged.
    NotGraded {
        /// Why.
        because: NotGraded,
    },
}

/// A clock that ran out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clock {
    /// Compiling took too long.
    Compile,
    /// Its threads used too much processor time.
    Cpu,
    /// It did not end.
    Wall,
}

/// Something of which there was too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Resource {
    /// Memory.
    Memory,
    /// Printed text.
    Output,
    /// Threads.
    Threads,
    /// Files it wrote, or their size.
    File,
}

/// Why nothing was judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotGraded {
    /// There is no file for this exercise. That is worth no points.
    NothingHandedIn,
    /// The run was stopped before its turn came. That decides nothing.
    Stopped,
}

/// How far an outcome can be trusted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trust {
    /// The level.
    pub level: TrustLevel,
    /// Layers of the sandbox that this machine did not have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Plain>,
    /// What a person should look at before believing the outcome, a sentence each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub review: Vec<Plain>,
}

/// What stood between the answer and the grader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TrustLevel {
    /// What stands between a learner's own code and their own checker: limits, but no sandbox.
    Local,
    /// All layers.
    Sealed,
}

/// What there is to tell the author of an answer. Everything in here is fit to be shown to its author: nothing is
/// quoted from hidden tests.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feedback {
    /// One sentence that says what the code did; after a pass, what was shown.
    pub headline: Plain,
    /// More that belongs to it, a paragraph each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<Plain>,
    /// After a pass, what held in everything that was explored; what the exercise is about comes first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub held: Vec<Held>,
    /// What the judge found, as data; none after a pass.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<Found>,
    /// The failing execution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
    /// Lines of the answer that the finding is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<Line>,
    /// rustc's errors about the answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub compiler: Vec<Plain>,
    /// The end of what the code printed in the failing execution.
    #[serde(default, skip_serializing_if = "Plain::is_empty")]
    pub output: Plain,
    /// A sentence of help; after a pass, why the solution works.
    #[serde(default, skip_serializing_if = "Plain::is_empty")]
    pub help: Plain,
    /// What the failed test is about.
    #[serde(default, skip_serializing_if = "Plain::is_empty")]
    pub about: Plain,
}

/// A hidden test that held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// In how many schedules, or executions that the memory model allows.
    pub times: u64,
    /// What the test is about.
    pub about: Plain,
}

/// What a judge found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// `compile`, the name of a hidden test, or `misuse/` or `broken/` and the name of a program.
    pub at: Plain,
    /// The sort of failure, as the course names it: `wrong_result`, `deadlock`, `E0373`.
    pub kind: Plain,
    /// Who found it: `native`, `schedules`, `orderings` or `misuse`; empty for the compiler.
    #[serde(default, skip_serializing_if = "Plain::is_empty")]
    pub judge: Plain,
}

/// One execution: a lane for each thread, time runs downwards.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// The names of the threads.
    pub lanes: Vec<Plain>,
    /// What happened, in order.
    pub rows: Vec<Row>,
}

/// One step of an execution.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Index of the thread in [`Picture::lanes`].
    pub lane: usize,
    /// The line in the answer, from 1; none for what a hidden test did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// What the thread did, with what it read and wrote: `balance.load → 100`.
    pub text: Plain,
    /// A remark: `overwrites thread 1`, `stuck: nobody notifies`.
    #[serde(default, skip_serializing_if = "Plain::is_empty")]
    pub note: Plain,
    /// Whether this is what went wrong, or a part of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub decisive: bool,
}

/// A line of the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// From 1.
    pub number: u32,
    /// Its text.
    pub text: Plain,
}

/// How long judging took, in seconds. Not part of what must be equal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Timing {
    /// From the start of its compilation to the verdict.
    pub seconds: f64,
}
