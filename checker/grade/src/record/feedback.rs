//! From the checker's report to feedback that may leave the house.

use threadlings::report::{Parts, Report};
use threadlings::verdict::Verdict;

use super::{Feedback, Found, Held, Line, Picture, Row};
use crate::clean::Plain;

/// Most lines of output, and most errors of the compiler, that are handed back; the last and the first ones.
const OUTPUT_LINES: usize = 20;
const COMPILER_ERRORS: usize = 3;

impl Feedback {
    /// What there is to tell the author of the answer that the report is about. Programs that hidden tests consist of
    /// are not in it.
    pub fn of(report: &Report) -> Self {
        let parts = report.parts();
        Feedback {
            headline: parts.headline.clone().into(),
            details: plain(&parts.details),
            held: held(report),
            found: found(&report.verdict),
            picture: parts.picture.as_ref().map(picture),
            lines: lines(&parts),
            compiler: compiler(&parts.compiler),
            output: tail(&parts.output).into(),
            help: parts.help.into(),
            about: parts.about.into(),
        }
    }

    /// Feedback that consists of one sentence.
    pub fn sentence(text: impl Into<Plain>) -> Self {
        Feedback { headline: text.into(), ..Feedback::default() }
    }
}

fn plain(texts: &[String]) -> Vec<Plain> {
    texts.iter().map(|text| text.as_str().into()).collect()
}

fn held(report: &Report) -> Vec<Held> {
    let (_, statements) = report.shown().unwrap_or_default();
    statements.into_iter().map(|(times, about)| Held { times, about: about.into() }).collect()
}

fn found(verdict: &Verdict) -> Option<Found> {
    let Verdict::Fail(failure) = verdict else { return None };
    let name = failure.name();
    let kind = name.rsplit_once(": ").map_or(name.as_str(), |(_, kind)| kind);
    let judge = failure.judge.map_or("", |judge| judge.name());
    Some(Found { at: failure.at.as_str().into(), kind: kind.into(), judge: judge.into() })
}

fn picture(picture: &threadlings::report::Picture) -> Picture {
    let row = |row: &threadlings::report::Row| Row {
        lane: row.lane,
        line: row.line,
        text: row.text.as_str().into(),
        note: row.note.as_str().into(),
        decisive: row.decisive,
    };
    Picture { lanes: plain(&picture.lanes), rows: picture.rows.iter().map(row).collect() }
}

fn lines(parts: &Parts) -> Vec<Line> {
    parts.lines.iter().map(|(number, text)| Line { number: *number, text: text.as_str().into() }).collect()
}

fn compiler(errors: &[String]) -> Vec<Plain> {
    let mut shown = plain(&errors[..errors.len().min(COMPILER_ERRORS)]);
    if let Some(more) = errors.len().checked_sub(COMPILER_ERRORS).filter(|more| *more > 0) {
        shown.push(format!("… and {more} more").into());
    }
    shown
}

fn tail(output: &str) -> String {
    let lines: Vec<&str> = output.lines().collect();
    lines[lines.len().saturating_sub(OUTPUT_LINES)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_the_output_and_the_first_errors_are_kept() {
        let output: String = (1..=30).map(|number| format!("{number}\n")).collect();
        assert!(tail(&output).starts_with("11\n") && tail(&output).ends_with("\n30"));
        let errors: Vec<String> = (1..=5).map(|number| format!("\u{1b}[1merror {number}\u{1b}[0m")).collect();
        let shown: Vec<String> = compiler(&errors).iter().map(ToString::to_string).collect();
        assert_eq!(shown, ["error 1", "error 2", "error 3", "… and 2 more"]);
    }
}
