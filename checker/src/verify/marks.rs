//! What the interleaving of a wrong answer must show, as its author says in comments.

use threadlings_report::{Blocked, Interleaving, Place, Step, WaitsFor};

use crate::verdict::Verdict;

/// What an interleaving must show, as a wrong answer says it: `//~ lock` at the end of a line, or on a line of its own
/// for the next one. `//~ sender` is where a sender was made that is still alive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The line, from 1.
    pub line: u32,
    /// The operation on it.
    pub operation: String,
}

impl Mark {
    fn is_shown(&self, interleaving: &Interleaving) -> bool {
        // What a thread did right after one another may be one step: `lock, unlock`.
        let is_here = |place: &Option<Place>| place.is_some_and(|place| place.line == self.line);
        let is_meant = |operations: &str| operations.split(", ").any(|operation| operation == self.operation);
        let is_living_sender = |waits: &WaitsFor| match waits {
            WaitsFor::Message { senders } => self.operation == "sender" && senders.iter().any(is_here),
            _ => false,
        };
        let step = |step: &Step| is_here(&step.place) && is_meant(&step.operation);
        let blocked = |blocked: &Blocked| {
            is_living_sender(&blocked.waits_for) || is_here(&blocked.place) && is_meant(&blocked.operation)
        };
        interleaving.steps.iter().any(step) || interleaving.blocked.iter().any(blocked)
    }

    /// What was found instead.
    pub(super) fn is_not_shown(&self) -> String {
        format!("an interleaving without `{}` on line {}", self.operation, self.line)
    }
}

/// What an answer says about its interleaving.
pub(super) fn marks(text: &str) -> Vec<Mark> {
    let marked = (1..).zip(text.lines()).filter_map(|(line, text)| {
        let (code, operation) = text.split_once("//~")?;
        let line = if code.trim().is_empty() { line + 1 } else { line };
        Some(Mark { line, operation: operation.trim().to_owned() })
    });
    marked.collect()
}

/// The first of these marks that the verdict's interleaving does not show.
pub(super) fn unseen<'a>(marks: &'a [Mark], verdict: &Verdict) -> Option<&'a Mark> {
    let interleaving = match verdict {
        Verdict::Fail(failure) => failure.finding.interleaving.as_ref(),
        Verdict::Pass(_) => None,
    };
    let shows = |mark: &Mark| interleaving.is_some_and(|interleaving| mark.is_shown(interleaving));
    marks.iter().find(|mark| !shows(mark))
}

#[cfg(test)]
mod tests {
    use threadlings_report::{Finding, Kind};

    use super::*;
    use crate::verdict::{Failure, Proof};

    fn verdict(steps: &[(u32, &str)]) -> Verdict {
        let steps = steps.iter().map(|(line, operation)| Step {
            lane: 0,
            place: Some(Place { line: *line, column: 1 }),
            operation: (*operation).to_owned(),
            object: None,
            ordering: None,
            read: None,
            wrote: None,
            note: None,
            decisive: false,
        });
        let interleaving = Interleaving { steps: steps.collect(), ..Interleaving::default() };
        let finding = Finding { interleaving: Some(interleaving), ..Finding::new(Kind::Deadlock, "") };
        Verdict::Fail(Box::new(Failure {
            at: "compile".into(),
            about: String::new(),
            judge: None,
            finding,
            compiler: None,
            program: None,
            shown: Proof::default(),
        }))
    }

    #[test]
    fn a_mark_is_for_its_own_line_or_for_the_next() {
        let marks = marks("let a = b.lock(); //~ lock\n// lock\n    //~ wait\nmatch c.wait() {}\n");
        let expected = [(1, "lock"), (4, "wait")].map(|(line, operation)| Mark { line, operation: operation.into() });
        assert_eq!(marks, expected);
    }

    #[test]
    fn every_mark_must_be_shown() {
        let marks = marks("//~ unlock\nlock\nload //~ load\n");
        assert_eq!(unseen(&marks, &verdict(&[(2, "lock, unlock"), (3, "load")])), None);
        assert_eq!(unseen(&marks, &verdict(&[(2, "lock"), (3, "load")])), Some(&marks[0]));
        assert_eq!(unseen(&marks, &verdict(&[(2, "unlock"), (4, "load")])), Some(&marks[1]));
        assert_eq!(unseen(&marks, &Verdict::Pass(Proof::default())), Some(&marks[0]));
    }
}
