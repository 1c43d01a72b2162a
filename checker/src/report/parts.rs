//! A report in parts, for readers that lay it out by themselves.

use threadlings_report::Interleaving;

use super::names::Names;
use super::{Report, explain, help, lanes, quotes, shown};
use crate::verdict::{Failure, Verdict};

/// Most lines of the answer that are quoted.
const QUOTED: usize = 12;

/// What a report says, each part ready to be read. A part that there is nothing to say in is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// What the code did; after a pass, what was shown.
    pub headline: String,
    /// More that belongs to it, a paragraph each.
    pub details: Vec<String>,
    /// The failing execution.
    pub picture: Option<Picture>,
    /// Lines of the answer that the finding is about, with their numbers.
    pub lines: Vec<(u32, String)>,
    /// The compiler's errors, with colours as escape sequences.
    pub compiler: Vec<String>,
    /// What the code printed in the failing execution.
    pub output: String,
    /// A sentence of help; after a pass, why the solution works.
    pub help: String,
    /// What the failed test is about.
    pub about: String,
}

/// An execution: a lane for each thread, time runs downwards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// The names of the threads.
    pub lanes: Vec<String>,
    /// What happened, in order.
    pub rows: Vec<Row>,
}

/// One step of an execution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Index of the thread in [`Picture::lanes`].
    pub lane: usize,
    /// The line in the answer, if it has one.
    pub line: Option<u32>,
    /// What the thread did, with what it read and wrote.
    pub text: String,
    /// A remark.
    pub note: String,
    /// Whether this is what went wrong, or a part of it.
    pub decisive: bool,
}

impl Report {
    /// The report in parts.
    pub fn parts(&self) -> Parts {
        match &self.verdict {
            Verdict::Pass(proof) => {
                Parts { headline: shown::sentence(proof), help: self.why.clone(), ..Parts::default() }
            }
            Verdict::Fail(failure) => parts(failure, &self.source),
        }
    }
}

fn parts(failure: &Failure, source: &str) -> Parts {
    let finding = &failure.finding;
    let empty = Interleaving::default();
    let interleaving = finding.interleaving.as_ref().unwrap_or(&empty);
    let names = Names::new(source, interleaving);
    let mut quoted = quotes::chosen(interleaving, &names, QUOTED);
    quoted.extend(finding.place.map(|place| place.line).filter(|line| !names.line(*line).is_empty()));
    Parts {
        headline: explain::headline(finding, &names),
        details: finding.details.iter().map(|detail| names.fill(detail)).collect(),
        picture: picture(interleaving, &names),
        lines: quoted.into_iter().map(|line| (line, names.line(line).to_owned())).collect(),
        compiler: failure.compiler.iter().flat_map(|compiler| compiler.rendered.clone()).collect(),
        output: finding.output.clone(),
        help: help::help(finding, &names).unwrap_or_default(),
        about: failure.about.clone(),
    }
}

fn picture(interleaving: &Interleaving, names: &Names<'_>) -> Option<Picture> {
    let rows = lanes::rows(interleaving, names);
    let row = |row: lanes::Row| Row {
        lane: row.lane,
        line: row.line(),
        text: row.text,
        note: row.note.unwrap_or_default(),
        decisive: row.decisive,
    };
    (!rows.is_empty()).then(|| Picture {
        lanes: interleaving.lanes.iter().map(|lane| lane.name.clone()).collect(),
        rows: rows.into_iter().map(row).collect(),
    })
}

#[cfg(test)]
mod tests {
    use threadlings_report::{Finding, Kind, Lane, Object, Place, Step};

    use super::*;
    use crate::verdict::Proof;

    fn report(verdict: Verdict) -> Report {
        Report {
            exercise: "mutex_counter".into(),
            chapter: "Locks".into(),
            file: "exercises/02_locks/mutex_counter.rs".into(),
            source: "count.load();\n".into(),
            verdict,
            starter: "counts: wrong_result".into(),
            why: "It is one step.".into(),
            solution: "solutions/02_locks/mutex_counter.rs".into(),
        }
    }

    #[test]
    fn a_failure_comes_in_parts_that_name_what_the_source_names() {
        let step = Step {
            place: Some(Place { line: 1, column: 7 }),
            operation: "load".into(),
            object: Some(0),
            read: Some("3".into()),
            note: Some("an old value".into()),
            ..Step::default()
        };
        let interleaving = Interleaving {
            lanes: vec![Lane { name: "main".into() }],
            steps: vec![step],
            objects: vec![Object { kind: "AtomicU32".into(), made: None }],
            ..Interleaving::default()
        };
        let finding = Finding {
            interleaving: Some(interleaving),
            details: vec!["{#0} was 3".into()],
            ..Finding::new(Kind::WrongResult, "{#0} is lost")
        };
        let verdict = Verdict::Fail(Box::new(Failure {
            at: "counts".into(),
            about: "Counting.".into(),
            judge: None,
            finding,
            compiler: None,
            program: None,
            shown: Proof::default(),
        }));
        let parts = report(verdict).parts();
        assert_eq!(parts.headline, "`count` is lost");
        assert_eq!(parts.details, ["`count` was 3"]);
        assert_eq!(parts.lines, [(1, "count.load();".to_owned())]);
        assert_eq!(parts.about, "Counting.");
        let picture = parts.picture.unwrap();
        assert_eq!(picture.lanes, ["main"]);
        let expected =
            Row {
                lane: 0, line: Some(1), text: "count.load → 3".into(), note: "an old value".into(), decisive: true
            };
        assert_eq!(picture.rows, [expected]);
    }

    #[test]
    fn a_pass_says_what_was_shown_and_why() {
        let parts = report(Verdict::Pass(Proof { misuses_refused: 2, ..Proof::default() })).parts();
        assert_eq!(parts.headline, "Shown: 2 dangerous programs refused by the compiler.");
        assert_eq!(parts.help, "It is one step.");
    }
}
