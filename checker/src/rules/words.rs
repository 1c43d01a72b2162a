//! What people read: headers, hints, points.

use super::layout::rust_files;
use super::{Notes, Rule};
use crate::course::Exercise;

/// Code of this many characters or more in a hint is not there by accident.
const PASTED: usize = 30;

/// What `dev new` writes where the author has to write.
pub(crate) const FILL_IN: &str = "FILL IN";

pub(super) fn check(exercise: &Exercise, notes: &mut Notes<'_>) {
    let course = notes.course;
    let folder = course.hidden(exercise);
    let starter = notes.text(&course.starter(exercise)).unwrap_or_default();
    let solution = notes.text(&course.solution(exercise)).unwrap_or_default();
    check_starter(exercise, &starter, notes);
    if !solution.starts_with("//! ") {
        notes.add(&course.solution(exercise), 1, Rule::Header, "begin with `//!` and what the solution shows.");
    }
    check_files(exercise, &folder.join("wrong"), "// wrong: ", "the misconception", notes);
    check_files(exercise, &folder.join("alternatives"), "// right: ", "what is done differently", notes);
    let tests = folder.join("tests.rs");
    if notes.text(&tests).is_some_and(|text| !text.starts_with("//! ")) {
        notes.add(&tests, 1, Rule::Header, format!("begin with ``//! Hidden tests of `{}`.``", exercise.name));
    }
    for file in [course.solution(exercise), course.starter(exercise), tests] {
        let Some(text) = notes.text(&file) else { continue };
        if let Some(line) = line_of(&text, FILL_IN) {
            notes.add(&file, line, Rule::Header, format!("write what is to be written in place of `{FILL_IN}`."));
        }
    }

    if exercise.points == 0 {
        notes.add_to_info(exercise.lines.name, Rule::Points, "an exercise is worth at least one point.");
    }
    let texts = exercise.hints.iter().map(|hint| ("a hint", hint)).chain([("`why`", &exercise.why)]);
    for (what, text) in texts {
        if text.trim().is_empty() || text.contains(FILL_IN) {
            notes.add_to_info(exercise.lines.hints, Rule::Hints, format!("`{}`: {what} is empty.", exercise.name));
        }
    }
    for (number, hint) in (1..).zip(&exercise.hints) {
        if let Some(line) = pasted(hint, &solution, &starter) {
            let message = format!("hint {number} of `{}` gives a line of the solution away: `{line}`.", exercise.name);
            notes.add_to_info(exercise.lines.hints, Rule::Hints, message);
        }
    }
}

fn check_starter(exercise: &Exercise, text: &str, notes: &mut Notes<'_>) {
    let file = notes.course.starter(exercise);
    let header: String = text.lines().take_while(|line| line.starts_with("//!")).collect::<Vec<_>>().join("\n");
    if title(text).is_none() {
        notes.add(&file, 1, Rule::Header, "begin with `//! # ` and a title.");
    }
    if !header.contains("Why it matters") {
        notes.add(&file, 1, Rule::Header, "say in the header `Why it matters` in real code.");
    }
    let lines = header.lines().count();
    if !text.lines().skip(lines).any(|line| line.contains("// TODO")) {
        notes.add(&file, lines + 1, Rule::Header, "mark the place to work at with `// TODO`.");
    }
}

fn check_files(exercise: &Exercise, folder: &std::path::Path, start: &str, what: &str, notes: &mut Notes<'_>) {
    for file in rust_files(folder) {
        let Some(text) = notes.text(&file) else { continue };
        if !text.starts_with(start) {
            notes.add(&file, 1, Rule::Header, format!("begin with `{start}` and {what}."));
        } else if let Some(line) = line_of(&text, FILL_IN) {
            notes.add(&file, line, Rule::Header, format!("write {what} of `{}` here.", exercise.name));
        }
    }
}

/// The title in the first line of a header.
pub(super) fn title(text: &str) -> Option<&str> {
    text.lines().next()?.strip_prefix("//! # ").map(str::trim).filter(|title| !title.is_empty())
}

fn line_of(text: &str, words: &str) -> Option<usize> {
    text.lines().position(|line| line.contains(words)).map(|index| index + 1)
}

/// A line of code that the hint has in common with the solution, but not with the starter.
fn pasted<'a>(hint: &str, solution: &'a str, starter: &str) -> Option<&'a str> {
    let lines = solution.lines().map(str::trim).filter(|line| line.len() >= PASTED && !line.starts_with("//"));
    lines.into_iter().find(|line| hint.contains(line) && !starter.contains(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hint_may_quote_the_starter_but_not_the_solution() {
        let starter = "fn a() {\n    let guard = self.items.lock().unwrap();\n}\n";
        let solution = "//! # A\nfn a() {\n    let item = self.items.lock().unwrap().pop();\n    let guard = self.items.lock().unwrap();\n    short();\n}\n";
        let line = "let item = self.items.lock().unwrap().pop();";
        assert_eq!(pasted(&format!("Write\n\n    {line}\n"), solution, starter), Some(line));
        assert_eq!(pasted("`let guard = self.items.lock().unwrap();` and `short();`", solution, starter), None);
    }
}
