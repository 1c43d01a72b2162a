//! What all commands do in the end: write the outputs and say what there is to see.

use std::fmt::Write as _;
use std::path::Path;

use colored::Colorize;
use threadlings::commands::print;
use threadlings::exit::Exit;

use crate::clean::without_commands;
use crate::output::{self, Submission};
use crate::record::{Record, Share};
use crate::stats;

/// Writes everything that is made of a record, and tells about it.
///
/// # Errors
/// If the folder cannot be written.
pub(super) fn finish(record: &Record, out: &Path) -> anyhow::Result<Exit> {
    output::write(record, &Submission::from_environment(), out)?;
    print::out(&told(record, out))?;
    let waiting = record.students.iter().any(|student| student.pending > 0);
    // A share has done its part; merging says what is left.
    Ok(if waiting && record.share == Share::WHOLE { Exit::Failure } else { Exit::Success })
}

fn told(record: &Record, out: &Path) -> String {
    let mut text = String::new();
    let distinct: usize = record.answers.values().map(std::collections::BTreeMap::len).sum();
    let mut line = format!(
        "{} students, {} exercises, {distinct} distinct answers",
        record.students.len(),
        record.course.exercises.len()
    );
    if let Some(timing) = &record.timing {
        let _ = write!(line, "; {} judged, {} known before, {:.1} s", timing.judged, timing.known, timing.seconds);
    }
    let _ = writeln!(text, "{}", line.bold());
    for student in &record.students {
        for result in student.results.iter().filter(|result| stats::is_pending(result)) {
            let who = without_commands(&student.id.in_one_line());
            let why = without_commands(&format!("{} {}", result.outcome.in_words(), result.outcome.detail()));
            let _ = writeln!(text, "{} {who}, {}: {}", "?".yellow().bold(), result.exercise, why.trim_end());
        }
    }
    let outputs = [
        ("index.html", "the class, with a page for each student"),
        ("gradebook.csv, wide.csv", "the points, for spreadsheets"),
        ("feedback/", "a Markdown file for each student, to hand back"),
        ("gradebook.json", "all of it, for programs"),
    ];
    let _ = writeln!(text, "{}", format!("In {}:", out.display()).dimmed());
    for (file, what) in outputs {
        let _ = writeln!(text, "  {file:24}{what}");
    }
    text
}
