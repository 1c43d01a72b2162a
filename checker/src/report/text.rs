//! The report for a person, as styled lines.
//!
//! In this order, and no more than a screen: what the code did; the interleaving; one sentence of help; where to read
//! more.

use ansi_to_tui::IntoText;
use ratatui::style::Stylize;
use ratatui::text::{Line, Span, Text};
use threadlings_report::{Finding, Interleaving, Kind};

use super::names::Names;
use super::shown::{self, counted};
use super::width::{cut, wrap};
use super::{Report, explain, help, lanes, quotes};
use crate::verdict::{Failure, Proof, Verdict};

/// Rows of an interleaving in a report that fits a screen of 24 rows.
const INTERLEAVING_ROWS: usize = 11;

/// Rows that a screen of 24 rows has for a report in watch mode: source lines are quoted as far as they leave room.
const ROOMY_PAGE: usize = 18;

/// Rows of the report about a pass: watch mode says below it what comes next.
const PASS_ROWS: usize = ROOMY_PAGE - 2;

/// Rows of a screen besides the one in which the shell asks for the next command.
const SCREEN: usize = 23;

/// Rows of an interleaving that has to give way to what is said below it.
const FEWEST_ROWS: usize = 6;

/// Rows of a program, of compiler output and of the learner's own output.
const QUOTED_ROWS: usize = 12;
const OUTPUT_ROWS: usize = 4;

/// The report in lines of at most `width` columns, on a screen of 24 rows where that is possible.
pub fn render(report: &Report, width: u16) -> Text<'static> {
    page(report, width.into(), Some(INTERLEAVING_ROWS))
}

/// The report with nothing folded.
pub fn render_whole(report: &Report, width: u16) -> Text<'static> {
    page(report, width.into(), None)
}

fn page(report: &Report, width: usize, rows: Option<usize>) -> Text<'static> {
    let lines = match &report.verdict {
        Verdict::Pass(proof) => pass(report, proof, width, rows),
        Verdict::Fail(failure) if failure.compiler.is_some() => compile_error(failure, rows),
        Verdict::Fail(failure) => fail(report, failure, width, rows),
    };
    Text::from(lines)
}

fn pass(report: &Report, proof: &Proof, width: usize, rows: Option<usize>) -> Vec<Line<'static>> {
    let mut lines = vec![Line::from(vec![
        "✓ ".green().bold(),
        Span::from(format!("{} is solved", report.exercise)).green().bold(),
    ])];
    lines.push(Line::default());
    lines.extend(paragraph(&shown::sentence(proof), width));
    let rest = after_what_held(report, width);
    let room = rows.map(|_| PASS_ROWS.saturating_sub(lines.len() + rest.len()));
    lines.extend(shown::lines(&shown::statements(proof, &report.starter), width, room));
    lines.extend(rest);
    lines
}

/// Why the solution works, and where it is.
fn after_what_held(report: &Report, width: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    if !report.why.is_empty() {
        lines.push(Line::default());
        lines.extend(paragraph(&report.why, width));
    }
    lines.push(Line::default());
    lines.push(Line::from(vec!["Compare: ".dim(), Span::from(report.solution.clone())]));
    lines
}

/// rustc's own words: the first error, and how many there are besides.
fn compile_error(failure: &Failure, rows: Option<usize>) -> Vec<Line<'static>> {
    let errors = failure.compiler.iter().flat_map(|compiler| &compiler.rendered);
    let mut lines = Vec::new();
    let mut hidden = 0;
    for (index, error) in errors.enumerate() {
        if index > 0 && rows.is_some() {
            hidden += 1;
            continue;
        }
        let text = error.into_text().unwrap_or_else(|_| Text::from(error.clone()));
        lines.extend(without_lost_places(text.lines));
    }
    while lines.last().is_some_and(|line| line.width() == 0) {
        lines.pop();
    }
    if hidden > 0 {
        lines.push(Line::default());
        lines.push(Line::from(format!("… and {}", counted(hidden, "more error", "more errors"))).dim());
    }
    lines
}

/// The lines without those that say where something is that nobody can look up: std's source, in a folder of the machine
/// that compiled it, and long names of types, in a file that is gone. Rules that then stand for nothing go as well.
fn without_lost_places(lines: Vec<Line<'static>>) -> Vec<Line<'static>> {
    let mut kept: Vec<Line<'static>> = Vec::new();
    let mut is_quoting_std = false;
    for line in lines {
        let text = line.to_string();
        match text.trim_start() {
            place if place.starts_with("--> ") || place.starts_with("::: ") => {
                is_quoting_std = place[4..].starts_with("/rustc/");
                if is_quoting_std {
                    continue;
                }
            }
            "|" | "= note: in this macro invocation" if is_quoting_std => continue,
            note if LONG_NAMES.iter().any(|start| note.starts_with(start)) => continue,
            note if note.starts_with("= ") => {}
            _ => is_quoting_std = false,
        }
        kept.push(line);
    }
    kept
}

const LONG_NAMES: [&str; 2] =
    ["= note: the full name for the type has been written to", "= note: consider using `--verbose`"];

fn fail(report: &Report, failure: &Failure, width: usize, rows: Option<usize>) -> Vec<Line<'static>> {
    let finding = &failure.finding;
    let empty = Interleaving::default();
    let interleaving = finding.interleaving.as_ref().unwrap_or(&empty);
    let names = Names::new(&report.source, interleaving);
    let mut lines = headline(&explain::headline(finding, &names), width);
    let place = place(finding, &names);
    let told = place.filter(|_| finding.kind == Kind::Panic);
    lines.extend(told.map(|line| quote(line, &names, width)));
    for detail in &finding.details {
        lines.extend(
            wrap(&names.fill(detail), width.saturating_sub(2)).into_iter().map(|line| Line::from(format!("  {line}"))),
        );
    }
    lines.extend(place.filter(|_| told.is_none()).map(|line| quote(line, &names, width)));
    if let Some(program) = &failure.program {
        lines.push(Line::default());
        lines.extend(quoted(&program.text, program.line));
    }
    let words = in_words(failure, &names, width);
    let pictured = !interleaving.steps.is_empty() || !interleaving.blocked.is_empty();
    if pictured {
        lines.push(Line::default());
        let least = output(finding, width, Some(1)).len();
        let besides = lines.len() + lanes::BESIDES + least + words.len();
        let rows = rows.map(|rows| rows.min(SCREEN.saturating_sub(besides).max(FEWEST_ROWS)));
        lines.extend(lanes::table(interleaving, &names, width, rows));
    }
    let room = rows.map(|_| SCREEN.saturating_sub(lines.len() + TITLE + words.len()).clamp(1, OUTPUT_ROWS));
    let printed = output(finding, width, room);
    if pictured {
        let said = lines.len() + printed.len() + words.len();
        let room = rows.map_or(usize::MAX, |_| ROOMY_PAGE.saturating_sub(said + 1));
        let quotes = quotes::lines(interleaving, &names, width, room, told);
        if !quotes.is_empty() {
            lines.push(Line::default());
            lines.extend(quotes);
        }
    }
    lines.extend(printed);
    lines.extend(words);
    lines
}

/// One sentence of help, and what the test is about.
fn in_words(failure: &Failure, names: &Names<'_>, width: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    if let Some(help) = help::help(&failure.finding, names) {
        lines.push(Line::default());
        lines.extend(paragraph(&help, width));
    }
    if !failure.about.is_empty() {
        let title = if failure.at.starts_with("misuse/") { "Why it matters: " } else { "What is tested: " };
        lines.push(Line::default());
        lines.extend(wrap(&format!("{title}{}", failure.about), width).into_iter().map(|line| Line::from(line).dim()));
    }
    lines
}

fn headline(text: &str, width: usize) -> Vec<Line<'static>> {
    let wrapped = wrap(text, width.saturating_sub(2));
    let lines = wrapped.into_iter().enumerate().map(|(index, line)| {
        let mark = if index == 0 { "✗ " } else { "  " };
        Line::from(vec![Span::from(mark).red().bold(), Span::from(line).bold()])
    });
    lines.collect()
}

/// The learner's line that a panic, or a finding without an interleaving, is about.
fn place(finding: &Finding, names: &Names<'_>) -> Option<u32> {
    let place = finding.place.filter(|_| finding.interleaving.is_none() || finding.kind == Kind::Panic)?;
    Some(place.line).filter(|line| !names.line(*line).is_empty())
}

fn quote(line: u32, names: &Names<'_>, width: usize) -> Line<'static> {
    let text = cut(names.line(line), width.saturating_sub(6));
    Line::from(vec![Span::from(format!("{line:>4}  ")).dim(), text.into()])
}

/// A program around the line that decides.
fn quoted(text: &str, decisive: u32) -> Vec<Line<'static>> {
    let decisive = decisive as usize;
    let first = decisive.saturating_sub(QUOTED_ROWS - 2).max(1);
    let numbered = text.lines().enumerate().map(|(index, line)| (index + 1, line));
    let shown = numbered
        .filter(|(_, line)| !line.starts_with("//!"))
        .skip_while(|(number, line)| *number < first || line.trim().is_empty())
        .take(QUOTED_ROWS);
    let lines = shown.map(|(number, line)| {
        let mark = if number == decisive { ">" } else { " " };
        let span = Span::from(format!("{mark}{number:>3}  {line}"));
        Line::from(if number == decisive { span.red().bold() } else { span })
    });
    lines.collect()
}

/// Rows in front of what the learner's code printed.
const TITLE: usize = 2;

/// The end of what the learner's code printed, in at most so many rows below the title.
fn output(finding: &Finding, width: usize, rows: Option<usize>) -> Vec<Line<'static>> {
    let printed: Vec<String> = finding.output.lines().map(plain).filter(|line| !line.trim().is_empty()).collect();
    if printed.is_empty() {
        return Vec::new();
    }
    let skipped = rows.map_or(0, |rows| printed.len().saturating_sub(rows));
    let title = if skipped > 0 {
        format!("Your code printed ({} before that):", counted(skipped as u64, "line", "lines"))
    } else {
        "Your code printed:".into()
    };
    let mut lines = vec![Line::default(), Line::from(title).dim()];
    lines.extend(
        printed.iter().skip(skipped).map(|line| Line::from(format!("  {}", cut(line, width.saturating_sub(2))))),
    );
    lines
}

/// The text without anything that a terminal obeys.
fn plain(text: &str) -> String {
    text.chars().map(|character| if character.is_control() { '·' } else { character }).collect()
}

fn paragraph(text: &str, width: usize) -> Vec<Line<'static>> {
    wrap(text, width).into_iter().map(Line::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rustc_says_about_places_that_nobody_has_is_left_out() {
        let said = "\
error[E0277]: cannot add `Guard` to `&u64`
 --> exercises/counter.rs:48:28
  |
48|     before + points
  |            ^ no implementation
  |
help: the following other types implement trait `Add<Rhs>`
 --> /rustc/59807/library/core/src/ops/arith.rs:99:8
  |
  = note: `u64` implements `Add`
 ::: /rustc/59807/library/core/src/ops/arith.rs:114:0
  |
  = note: in this macro invocation
 --> /rustc/59807/library/core/src/internal_macros.rs:22:8
  |
  = note: `&u64` implements `Add<u64>`
  = note: the full name for the type has been written to './exercise.long-type-1.txt'
  = note: consider using `--verbose` to print the full type name to the console
help: try this
  |
";
        let left = "\
error[E0277]: cannot add `Guard` to `&u64`
 --> exercises/counter.rs:48:28
  |
48|     before + points
  |            ^ no implementation
  |
help: the following other types implement trait `Add<Rhs>`
  = note: `u64` implements `Add`
  = note: `&u64` implements `Add<u64>`
help: try this
  |
";
        let lines = said.lines().map(|line| Line::from(line.to_owned())).collect();
        let kept: Vec<String> = without_lost_places(lines).iter().map(ToString::to_string).collect();
        assert_eq!(kept.join("\n") + "\n", left);
    }
}
