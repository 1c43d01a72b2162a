//! Feedback in Markdown, to hand back.

use std::fmt::Write as _;

use threadlings::report::grouped;

use crate::clean::without_commands;
use crate::record::{Feedback, Outcome, Picture, Record, Score, Student, StudentResult};
use crate::stats;

/// The text with everything escaped that Markdown or HTML gives a meaning, on one line.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            // An at sign would call somebody, a colon makes a link of what follows `https`.
            '@' => escaped.push_str("&#64;"),
            ':' => escaped.push_str("&#58;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '#' | '+' | '-' | '!' | '|' | '~' | '$' => {
                escaped.push('\\');
                escaped.push(character);
            }
            other => escaped.push(other),
        }
    }
    escaped
}

/// Words of ours and of the course, in which code may stand between backticks; nothing else has a meaning.
fn prose(text: &str) -> String {
    let mut prose = String::new();
    let parts: Vec<&str> = text.split('`').collect();
    // Without its other half, a backtick is a character.
    if parts.len().is_multiple_of(2) {
        return escaped(text);
    }
    for (index, part) in parts.iter().enumerate() {
        match index % 2 {
            1 if !part.trim().is_empty() && !part.contains('\n') => {
                let _ = write!(prose, "`{part}`");
            }
            1 => prose.push_str("\\`\\`"),
            _ => {
                let lead = if part.starts_with(char::is_whitespace) { " " } else { "" };
                let tail = if part.len() > 1 && part.ends_with(char::is_whitespace) { " " } else { "" };
                let _ = write!(prose, "{lead}{}{tail}", escaped(part));
            }
        }
    }
    prose.trim().to_owned()
}

/// A block of text as it is. The fence is longer than any in the text.
fn fenced(text: &str) -> String {
    let mut longest = 0;
    let mut run = 0;
    for character in text.chars() {
        run = if character == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(3.max(longest + 1));
    format!("{fence}text\n{}\n{fence}\n", without_commands(text.trim_end()))
}

/// How points came about, where that is not plain: lateness, and what a person decided.
pub(super) fn score_lines(score: &Score) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(decided) = &score.overridden {
        lines.push(format!("Your instructor decided: {} points. {}", decided.points, decided.reason.in_one_line()));
    } else if score.days_late > 0 {
        let days = if score.days_late == 1 { "1 day".to_owned() } else { format!("{} days", score.days_late) };
        lines.push(format!("{days} late: {} points off", score.penalty));
    }
    lines
}

/// What a student is told about results that nobody has decided about.
pub(super) fn waiting(results: u32) -> String {
    match results {
        1 => "1 exercise is not graded yet; your instructor looks at it.".into(),
        more => format!("{more} exercises are not graded yet; your instructor looks at them."),
    }
}

/// An execution as text: a column for each thread.
pub(super) fn picture(picture: &Picture) -> String {
    let widest = |lane: usize| {
        let texts = picture.rows.iter().filter(|row| row.lane == lane).map(|row| row.text.in_one_line());
        let name = picture.lanes[lane].in_one_line();
        texts.chain([name]).map(|text| text.chars().count()).max().unwrap_or_default()
    };
    let used: Vec<usize> =
        (0..picture.lanes.len()).filter(|lane| picture.rows.iter().any(|row| row.lane == *lane)).collect();
    let mut text = String::from("      ");
    for lane in &used {
        let _ = write!(text, "{:width$}  ", picture.lanes[*lane].in_one_line(), width = widest(*lane));
    }
    let mut lines = vec![text.trim_end().to_owned()];
    for row in &picture.rows {
        let number = row.line.map_or(String::new(), |line| line.to_string());
        let before: usize = used.iter().take_while(|lane| **lane != row.lane).map(|lane| widest(*lane) + 2).sum();
        let note = if row.note.is_empty() { String::new() } else { format!("  {}", row.note.in_one_line()) };
        let mark = if row.decisive { "  <--" } else { "" };
        lines.push(format!("{number:>4}  {:before$}{}{note}{mark}", "", row.text.in_one_line()));
    }
    lines.join("\n")
}

/// Feedback as plain text, for readers that know no form.
pub(super) fn plain_text(feedback: &Feedback) -> String {
    let mut parts = Vec::new();
    let mut add = |text: String| {
        if !text.trim().is_empty() {
            parts.push(text.trim_end().to_owned());
        }
    };
    add(feedback.headline.to_string());
    feedback.details.iter().for_each(|detail| add(detail.to_string()));
    let held = feedback.held.iter();
    add(held.map(|held| format!("{} × {}\n", grouped(held.times), held.about.in_one_line())).collect());
    add(feedback.picture.as_ref().map_or(String::new(), picture));
    add(quoted(feedback));
    feedback.compiler.iter().for_each(|error| add(error.to_string()));
    if !feedback.output.is_empty() {
        add(format!("The code printed:\n{}", feedback.output));
    }
    add(feedback.help.to_string());
    if !feedback.about.is_empty() {
        add(format!("What is tested: {}", feedback.about));
    }
    without_commands(&parts.join("\n\n"))
}

/// The lines of the answer that the finding is about.
fn quoted(feedback: &Feedback) -> String {
    let lines = feedback.lines.iter().map(|line| format!("{:>4} | {}", line.number, line.text));
    lines.collect::<Vec<_>>().join("\n")
}

/// What is handed back to a student.
pub(super) fn feedback(record: &Record, student: &Student) -> String {
    let mut text = format!("# {}\n\n", escaped(student.name.as_str()));
    let _ = writeln!(
        text,
        "{}: **{}** of {} points.\n",
        escaped(&record.course.title),
        student.total,
        stats::possible(record)
    );
    if student.pending > 0 {
        let _ = writeln!(text, "{}\n", waiting(student.pending));
    }
    if !record.settings.late.is_empty() {
        let _ = writeln!(text, "{}\n", escaped(&record.settings.late));
    }
    for note in &student.notes {
        let _ = writeln!(text, "- {}", escaped(note.as_str()));
    }
    if !student.notes.is_empty() {
        // Right after a list, a table is a part of its last entry.
        text.push('\n');
    }
    let _ = writeln!(text, "| exercise | outcome | points |\n|---|---|--:|");
    for result in &student.results {
        let words = prose(&result.outcome.in_words());
        let _ = writeln!(text, "| {} | {words} | {} |", escaped(&result.exercise), points(record, result));
    }
    for result in student.results.iter().filter(|result| stats::has_news(result)) {
        text.push_str(&section(record, result));
    }
    text
}

fn points(record: &Record, result: &StudentResult) -> String {
    let possible = record.course.exercises.iter().find(|one| one.name == result.exercise).map(|one| one.possible);
    let counts = result.score.counts.map_or_else(|| "not yet".to_owned(), |points| points.to_string());
    format!("{counts} of {}", possible.unwrap_or_default())
}

fn section(record: &Record, result: &StudentResult) -> String {
    let mut text = format!("\n## {}: {}\n", escaped(&result.exercise), prose(&result.outcome.in_words()));
    let mut add = |paragraph: String| {
        if !paragraph.trim().is_empty() {
            let _ = write!(text, "\n{}\n", paragraph.trim_end());
        }
    };
    score_lines(&result.score).iter().for_each(|line| add(escaped(line)));
    result.notes.iter().for_each(|note| add(escaped(note.as_str())));
    let Some(answer) = record.answer(result) else { return text };
    let feedback = &answer.feedback;
    if result.outcome == Outcome::Pass {
        add(prose(feedback.headline.as_str()));
    } else {
        let headline = prose(feedback.headline.as_str());
        add(if headline.is_empty() { headline } else { format!("**{headline}**") });
    }
    feedback.details.iter().for_each(|detail| add(prose(detail.as_str())));
    let held = feedback.held.iter();
    add(held.map(|held| format!("- {} × {}\n", grouped(held.times), prose(held.about.as_str()))).collect());
    if let Some(found) = &feedback.picture {
        add(fenced(&picture(found)));
    }
    if !feedback.lines.is_empty() {
        add(fenced(&quoted(feedback)));
    }
    feedback.compiler.iter().for_each(|error| add(fenced(error.as_str())));
    if !feedback.output.is_empty() {
        add("Your code printed:".to_owned());
        add(fenced(feedback.output.as_str()));
    }
    add(prose(feedback.help.as_str()));
    if !feedback.about.is_empty() {
        add(format!("What is tested: {}", prose(feedback.about.as_str())));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_name_has_a_meaning() {
        let cases = [
            ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
            ("[a](javascript:b)", "\\[a\\]\\(javascript&#58;b\\)"),
            ("a | b", "a \\| b"),
            ("# x\n## y", "\\# x \\#\\# y"),
            ("@octocat", "&#64;octocat"),
        ];
        for (text, expected) in cases {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn code_stands_between_backticks_and_nothing_gets_out() {
        assert_eq!(prose("`a.lock()` waits for *it*"), "`a.lock()` waits for \\*it\\*");
        assert_eq!(prose("one ` alone <b>"), "one \\` alone &lt;b&gt;");
        assert_eq!(prose("``` <b>"), "\\`\\`\\` &lt;b&gt;");
    }

    #[test]
    fn a_fence_is_longer_than_what_it_holds() {
        assert_eq!(fenced("a\n```\nb"), "````text\na\n```\nb\n````\n");
    }
}
