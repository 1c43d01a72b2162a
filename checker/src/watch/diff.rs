//! The answer beside the solution.

use ratatui::style::{Style, Stylize};
use ratatui::text::{Line, Span, Text};
use similar::{DiffOp, TextDiff};

use super::prose::wrap;
use super::state::State;
use super::view::cut;

/// Equal lines that are shown around a difference.
const CONTEXT: usize = 3;

/// Fewer columns than this are too few for two texts side by side.
const NARROW: usize = 60;

/// The page in lines of at most `width` columns.
pub(super) fn content(state: &State, width: u16) -> Text<'static> {
    let solution = match &state.solution {
        None => return wrap("Reading the solution …", width),
        Some(Err(reason)) => return wrap(reason, width),
        Some(Ok(solution)) => solution,
    };
    let answer = state.answer_text();
    let (answer, solution) = (without_header(&answer), without_header(solution));
    let mut text = Text::default();
    if answer.trim_end() == solution.trim_end() {
        text.extend(wrap("Your answer is the solution, line by line.", width));
        return text;
    }
    let rows = rows(answer, solution);
    text.extend(if usize::from(width) < NARROW {
        one_below_the_other(&rows, width)
    } else {
        side_by_side(&rows, width)
    });
    text
}

/// The text behind the header: what is to be done, and what was, are two texts that nobody wants to compare.
fn without_header(text: &str) -> &str {
    let is_header = |line: &&str| line.starts_with("//!") || line.trim().is_empty();
    let header: usize = text.split_inclusive('\n').take_while(is_header).map(str::len).sum();
    &text[header..]
}

/// What stands in one row: a line of the answer, one of the solution, or both.
#[derive(Debug, PartialEq)]
enum Row {
    Equal(String),
    Different(Option<String>, Option<String>),
    /// So many equal lines are left out.
    Skipped(usize),
}

fn rows(answer: &str, solution: &str) -> Vec<Row> {
    let (left, right): (Vec<&str>, Vec<&str>) = (answer.lines().collect(), solution.lines().collect());
    let diff = TextDiff::from_slices(&left, &right);
    let operations = diff.ops();
    let mut rows = Vec::new();
    for (number, operation) in operations.iter().enumerate() {
        match *operation {
            DiffOp::Equal { old_index, len, .. } => {
                let before = if number == 0 { 0 } else { CONTEXT };
                let after = if number + 1 == operations.len() { 0 } else { CONTEXT };
                let equal = |line: &&str| Row::Equal((*line).to_owned());
                let lines = &left[old_index..old_index + len];
                if len <= before + after + 1 {
                    rows.extend(lines.iter().map(equal));
                } else {
                    rows.extend(lines[..before].iter().map(equal));
                    rows.push(Row::Skipped(len - before - after));
                    rows.extend(lines[len - after..].iter().map(equal));
                }
            }
            other => {
                let (old, new) = (&left[other.old_range()], &right[other.new_range()]);
                let line = |lines: &[&str], index: usize| lines.get(index).map(|line| (*line).to_owned());
                rows.extend(
                    (0..old.len().max(new.len())).map(|index| Row::Different(line(old, index), line(new, index))),
                );
            }
        }
    }
    rows
}

fn side_by_side(rows: &[Row], width: u16) -> Vec<Line<'static>> {
    let half = (usize::from(width) - 3) / 2;
    let column = |text: &str| {
        let text = cut(&text.replace('\t', "    "), half);
        let blanks = half.saturating_sub(Span::raw(&text).width());
        format!("{text}{}", " ".repeat(blanks))
    };
    let mut lines = vec![Line::from(format!("{}   {}", column("your answer"), column("solution"))).bold()];
    for row in rows {
        lines.push(match row {
            Row::Equal(text) => Line::from(format!("{} │ {}", column(text), column(text))).dim(),
            Row::Skipped(count) => skipped(*count),
            Row::Different(left, right) => {
                // `<` only there, `>` only here, `|` another line: as sdiff does.
                let mark = match (left, right) {
                    (Some(_), None) => "<",
                    (None, _) => ">",
                    (Some(_), Some(_)) => "|",
                };
                let side = |text: &Option<String>, style| Span::styled(column(text.as_deref().unwrap_or("")), style);
                Line::from(vec![
                    side(left, Style::new().red()),
                    Span::from(format!(" {mark} ")).bold(),
                    side(right, Style::new().green()),
                ])
            }
        });
    }
    lines
}

fn one_below_the_other(rows: &[Row], width: u16) -> Vec<Line<'static>> {
    let width = usize::from(width);
    let line = |mark: &str, text: &str| cut(&format!("{mark} {}", text.replace('\t', "    ")), width);
    let mut lines = vec![Line::from(cut("- your answer, + solution", width)).bold()];
    for run in rows.chunk_by(|a, b| matches!((a, b), (Row::Different(..), Row::Different(..)))) {
        for row in run {
            match row {
                Row::Equal(text) => lines.push(Line::from(line(" ", text)).dim()),
                Row::Skipped(count) => lines.push(skipped(*count)),
                Row::Different(left, _) => lines.extend(left.iter().map(|text| Line::from(line("-", text)).red())),
            }
        }
        for row in run {
            if let Row::Different(_, right) = row {
                lines.extend(right.iter().map(|text| Line::from(line("+", text)).green()));
            }
        }
    }
    lines
}

fn skipped(count: usize) -> Line<'static> {
    Line::from(format!("⋮ {count} equal lines")).dim()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn different(left: Option<&str>, right: Option<&str>) -> Row {
        Row::Different(left.map(str::to_owned), right.map(str::to_owned))
    }

    #[test]
    fn headers_are_left_out() {
        assert_eq!(without_header("//! # Task\n//!\n\nuse std::thread;\n//! x\n"), "use std::thread;\n//! x\n");
        assert_eq!(without_header("fn main() {}"), "fn main() {}");
        assert_eq!(without_header("//! # Task"), "");
    }

    #[test]
    fn lines_are_paired_and_long_runs_of_equal_ones_left_out() {
        let equal: String = (0..20).map(|line| format!("equal {line}\n")).collect();
        let rows = rows(&format!("a\n{equal}b\nc\n"), &format!("z\n{equal}b\nd\ne\n"));
        assert_eq!(rows[0], different(Some("a"), Some("z")));
        assert_eq!(rows[4], Row::Skipped(15));
        assert_eq!(rows[rows.len() - 2..], [different(Some("c"), Some("d")), different(None, Some("e"))]);
    }
}
