//! A verdict together with what is needed to show it: the value that every reader of a report gets.

mod asleep;
mod circle;
mod edge;
mod explain;
mod expressions;
mod help;
pub mod json;
mod lanes;
mod names;
mod parts;
mod quotes;
pub mod replay;
mod shown;
pub mod text;
pub mod walk;
mod width;

use serde::Serialize;
use threadlings_report::{Finding, Interleaving};

use names::Names;
pub use parts::{Parts, Picture, Row};
pub use shown::grouped;

use crate::course::{Course, Exercise};
use crate::source::Source;
use crate::verdict::Verdict;

/// One judged answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The exercise's name.
    pub exercise: String,
    /// Its chapter's title.
    pub chapter: String,
    /// The answer's file as it is shown: from the root of the course where it lies in it.
    pub file: String,
    /// The answer's text: the interleaving quotes its lines.
    #[serde(skip)]
    pub source: String,
    /// The decision.
    pub verdict: Verdict,
    /// What the starter fails with: the test in it is the one that the exercise is about.
    #[serde(skip)]
    pub starter: String,
    /// Why the solution works; shown after a pass.
    pub why: String,
    /// Where the solution lies, as it is shown.
    pub solution: String,
}

impl Report {
    /// The report about an answer to `exercise`.
    pub fn new(course: &Course, exercise: &Exercise, source: &Source, verdict: Verdict) -> Self {
        Report {
            exercise: exercise.name.clone(),
            chapter: course.chapter_title(exercise).to_owned(),
            file: course.shown(&source.path),
            source: source.text.clone(),
            verdict,
            starter: exercise.starter.clone(),
            why: exercise.why.trim().to_owned(),
            solution: match course.is_apart() {
                true => format!("threadlings solution {}", exercise.name),
                false => format!("solutions/{}/{}", exercise.chapter, exercise.file()),
            },
        }
    }

    /// The first line of a report about a failure: what the learner's code did.
    pub fn headline(&self) -> Option<String> {
        self.about_the_failure(|finding, names| Some(explain::headline(finding, names)))
    }

    /// The sentence of help in a report about a failure.
    pub fn help(&self) -> Option<String> {
        self.about_the_failure(help::help)
    }

    /// What was shown about an answer that passed: how far the judges have looked, and what held each time, with the
    /// number of times.
    pub fn shown(&self) -> Option<(String, Vec<(u64, &str)>)> {
        let Verdict::Pass(proof) = &self.verdict else { return None };
        Some((shown::sentence(proof), shown::statements(proof, &self.starter)))
    }

    fn about_the_failure(&self, say: impl FnOnce(&Finding, &Names<'_>) -> Option<String>) -> Option<String> {
        let Verdict::Fail(failure) = &self.verdict else { return None };
        let empty = Interleaving::default();
        let interleaving = failure.finding.interleaving.as_ref().unwrap_or(&empty);
        say(&failure.finding, &Names::new(&self.source, interleaving))
    }
}
