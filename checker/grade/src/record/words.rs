//! Outcomes as people read them.

use super::{Clock, NotGraded, Outcome, Resource};

impl Outcome {
    /// The outcome in a few words.
    pub fn in_words(&self) -> String {
        match self {
            Outcome::Pass => "passed".into(),
            Outcome::Fail => "wrong".into(),
            Outcome::CompileError => "does not compile".into(),
            Outcome::Rejected { rule } => format!("not accepted: {}", rule.in_one_line()),
            Outcome::Timeout { of: Clock::Compile } => "took too long to compile".into(),
            Outcome::Timeout { of: Clock::Cpu } => "used too much processor time".into(),
            Outcome::Timeout { of: Clock::Wall } => "did not end in time".into(),
            Outcome::Limit { of: Resource::Memory } => "used too much memory".into(),
            Outcome::Limit { of: Resource::Output } => "printed too much".into(),
            Outcome::Limit { of: Resource::Threads } => "started too many threads".into(),
            Outcome::Limit { of: Resource::File } => "wrote too large files".into(),
            Outcome::Crashed { signal: Some(signal) } => format!("crashed (signal {signal})"),
            Outcome::Crashed { signal: None } => "crashed".into(),
            Outcome::Skipped { because } => format!("not looked at: {}", because.in_one_line()),
            Outcome::GraderError { .. } => "not graded yet: the grader failed".into(),
            Outcome::NotGraded { because: NotGraded::NothingHandedIn } => "nothing handed in".into(),
            Outcome::NotGraded { because: NotGraded::Stopped } => "not graded yet".into(),
        }
    }

    /// Its name in tables for programs: `compile error`, `timeout (cpu)`.
    pub fn name(&self) -> &'static str {
        match self {
            Outcome::Pass => "pass",
            Outcome::Fail => "fail",
            Outcome::CompileError => "compile error",
            Outcome::Rejected { .. } => "rejected",
            Outcome::Timeout { of: Clock::Compile } => "timeout (compile)",
            Outcome::Timeout { of: Clock::Cpu } => "timeout (cpu)",
            Outcome::Timeout { of: Clock::Wall } => "timeout (wall)",
            Outcome::Limit { of: Resource::Memory } => "limit (memory)",
            Outcome::Limit { of: Resource::Output } => "limit (output)",
            Outcome::Limit { of: Resource::Threads } => "limit (threads)",
            Outcome::Limit { of: Resource::File } => "limit (file)",
            Outcome::Crashed { .. } => "crashed",
            Outcome::Skipped { .. } => "skipped",
            Outcome::GraderError { .. } => "grader error",
            Outcome::NotGraded { because: NotGraded::NothingHandedIn } => "nothing handed in",
            Outcome::NotGraded { because: NotGraded::Stopped } => "not graded",
        }
    }

    /// What is worth knowing besides the name: the rule, the signal, the grader's error.
    pub fn detail(&self) -> String {
        match self {
            Outcome::Rejected { rule: text }
            | Outcome::Skipped { because: text }
            | Outcome::GraderError { message: text } => text.in_one_line(),
            Outcome::Crashed { signal: Some(signal) } => format!("signal {signal}"),
            _ => String::new(),
        }
    }
}
