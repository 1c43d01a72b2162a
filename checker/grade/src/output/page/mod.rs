//! Pages for a browser and for paper: one for the class, and one for each student.
//!
//! Each is a single file without scripts. Templates escape whatever they are given, and a content security policy allows
//! this one style sheet and nothing else.

mod class;
mod student;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

pub(super) use class::class;
pub(super) use student::student;

use crate::record::{NotGraded, Outcome, Record, StudentResult};
use crate::stats;

const STYLE: &str = include_str!("style.css");

/// A whole page.
fn page(title: &str, body: &Markup) -> String {
    let style = STANDARD.encode(Sha256::digest(STYLE));
    let policy = format!("default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'");
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body { (body) }
        }
    };
    page.into_string() + "\n"
}

/// Words in which code may stand between backticks.
fn prose(text: &str) -> Markup {
    let parts: Vec<&str> = text.split('`').collect();
    html! {
        @if parts.len().is_multiple_of(2) {
            (text)
        } @else {
            @for (index, part) in parts.iter().enumerate() {
                @if index % 2 == 1 { code { (part) } } @else { (part) }
            }
        }
    }
}

/// The sort of an outcome: a class of the style sheet, and a mark that says the same without colours.
fn mark(result: &StudentResult) -> (&'static str, &'static str) {
    if stats::is_pending(result) {
        return ("pending", "?");
    }
    // What the judges found is not what counts.
    if result.score.overridden.is_some() {
        return ("decided", "!");
    }
    match &result.outcome {
        Outcome::Pass => ("pass", "✓"),
        Outcome::Fail => ("fail", "✗"),
        Outcome::CompileError => ("compile", "C"),
        Outcome::Rejected { .. } => ("stopped", "R"),
        Outcome::Timeout { .. } => ("stopped", "T"),
        Outcome::Limit { .. } => ("stopped", "L"),
        Outcome::Crashed { .. } => ("stopped", "X"),
        Outcome::NotGraded { because: NotGraded::NothingHandedIn } => ("missing", "–"),
        // Always pending.
        Outcome::Skipped { .. } | Outcome::GraderError { .. } | Outcome::NotGraded { .. } => ("pending", "?"),
    }
}

/// What an exercise is worth, as `of 10`.
fn possible(record: &Record, exercise: &str) -> String {
    let exercise = record.course.exercises.iter().find(|one| one.name == exercise);
    exercise.map_or(String::new(), |exercise| format!("of {}", exercise.possible))
}

/// Points that count, or that nothing is decided.
fn points(result: &StudentResult) -> String {
    result.score.counts.map_or_else(|| "not yet".to_owned(), |points| points.to_string())
}

/// A part of a hundred without needless digits.
fn percent(share: f64) -> String {
    format!("{:.0} %", 100.0 * share)
}
