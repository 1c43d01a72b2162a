//! From a verdict to an outcome.

use threadlings::verdict::{Failure, Verdict};
use threadlings_report::Kind;

use crate::record::{Clock, Outcome, Resource};

/// What a verdict is called in a gradebook.
pub(super) fn of(verdict: &Verdict) -> Outcome {
    match verdict {
        Verdict::Pass(_) => Outcome::Pass,
        Verdict::Fail(failure) => of_failure(failure),
    }
}

fn of_failure(failure: &Failure) -> Outcome {
    let compiling = failure.at == "compile";
    let headline = failure.finding.headline.as_str();
    match failure.finding.kind {
        Kind::CompileError | Kind::Interface => Outcome::CompileError,
        Kind::Forbidden => match headline.strip_prefix("your code contains ") {
            Some(what) => Outcome::Rejected { rule: what.into() },
            // Of the exercise's own rules: how it is to be solved.
            None => Outcome::Fail,
        },
        Kind::Hang if compiling => Outcome::Timeout { of: Clock::Compile },
        Kind::Hang if headline.contains("processor time") => Outcome::Timeout { of: Clock::Cpu },
        Kind::Hang => Outcome::Timeout { of: Clock::Wall },
        Kind::Memory => Outcome::Limit { of: Resource::Memory },
        Kind::Output => Outcome::Limit { of: Resource::Output },
        Kind::Threads => Outcome::Limit { of: Resource::Threads },
        // The compiler's crash is about the text of the answer.
        Kind::Crash if compiling => Outcome::CompileError,
        Kind::Crash if headline.contains("SIGXFSZ") => Outcome::Limit { of: Resource::File },
        Kind::Crash => Outcome::Crashed { signal: signal(headline) },
        _ => Outcome::Fail,
    }
}

/// The number of the signal that the sentence names.
fn signal(headline: &str) -> Option<i32> {
    let names = [
        ("SIGILL", 4),
        ("SIGTRAP", 5),
        ("SIGABRT", 6),
        ("SIGBUS", 7),
        ("SIGFPE", 8),
        ("SIGKILL", 9),
        ("SIGSEGV", 11),
        ("SIGSYS", 31),
    ];
    names.into_iter().find(|(name, _)| headline.contains(name)).map(|(_, number)| number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use threadlings::verdict::Proof;
    use threadlings_report::Finding;

    #[test]
    fn each_kind_of_failure_has_its_name() {
        for (at, kind, headline, expected) in [
            ("compile", Kind::CompileError, "", Outcome::CompileError),
            ("compile", Kind::Interface, "", Outcome::CompileError),
            ("compile", Kind::Forbidden, "line 3 uses `std::sync::Mutex`", Outcome::Fail),
            (
                "compile",
                Kind::Forbidden,
                "your code contains a call of `x`",
                Outcome::Rejected { rule: "a call of `x`".into() },
            ),
            ("compile", Kind::Hang, "", Outcome::Timeout { of: Clock::Compile }),
            ("compile", Kind::Crash, "nested too deeply", Outcome::CompileError),
            ("compile", Kind::Memory, "", Outcome::Limit { of: Resource::Memory }),
            ("test", Kind::Hang, "still running after 5 seconds", Outcome::Timeout { of: Clock::Wall }),
            ("test", Kind::Hang, "more processor time than allowed", Outcome::Timeout { of: Clock::Cpu }),
            ("test", Kind::Threads, "", Outcome::Limit { of: Resource::Threads }),
            ("test", Kind::Crash, "ended by SIGABRT", Outcome::Crashed { signal: Some(6) }),
            ("test", Kind::EndedEarly, "", Outcome::Fail),
            ("test", Kind::Deadlock, "", Outcome::Fail),
        ] {
            let failure = Failure {
                at: at.into(),
                about: String::new(),
                judge: None,
                finding: Finding::new(kind, headline),
                compiler: None,
                program: None,
                shown: Proof::default(),
            };
            assert_eq!(of(&Verdict::Fail(Box::new(failure))), expected, "{at} {kind:?} {headline}");
        }
    }
}
