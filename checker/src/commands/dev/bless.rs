//! `threadlings dev bless`: what is found becomes what is expected.

use std::fs;
use std::io;

use colored::Colorize;

use crate::commands::{self, print, reset};
use crate::course::{Course, Exercise, INFO};
use crate::exit::{Exit, Stop};
use crate::judge::{Cancel, Demands, Stage, Workshop};
use crate::progress::replace;
use crate::report::{Report, text};
use crate::rules::answers::declared;
use crate::rules::layout::rust_files;
use crate::source::Source;

/// Something that is rejected otherwise than it declares.
struct Change {
    /// None for the starter, which `info.toml` speaks of.
    wrong: Option<Source>,
    declared: Option<String>,
    found: String,
}

/// Judges the starter and the wrong answers of an exercise, shows the reports of those that are rejected otherwise than
/// they declare, and writes what was found as their declarations; asks first, unless `yes`.
///
/// # Errors
/// If there is no such exercise, a file cannot be read or written, or the environment is unfit.
pub fn run(course: &Course, name: &str, yes: bool) -> anyhow::Result<Exit> {
    let exercise = commands::named(course, name)?;
    let cancel = Cancel::new();
    commands::end_on_signals(&cancel)?;
    let workshop = Workshop::open(course);
    let mut files = vec![(course.starter(exercise), true)];
    files.extend(rust_files(&course.hidden(exercise).join("wrong")).into_iter().map(|file| (file, false)));
    let (mut changes, mut passed) = (Vec::new(), false);
    for (file, is_starter) in files {
        let source = Source::read(&file).map_err(|error| Stop::usage(error.to_string()))?;
        let verdict = workshop.judge(exercise, &source, Demands::default(), &cancel, &|stage| {
            if stage == Stage::Preparing {
                print::note("Building the judges. This happens once and takes about a minute.");
            }
        })?;
        let declared = match is_starter {
            true => Some(exercise.starter.clone()),
            false => declared(&source.text).1.map(str::to_owned),
        };
        let Some(found) = verdict.finding_name() else {
            print::out(&format!("{} {} passes: no finding can be declared.\n", "✗".red().bold(), course.shown(&file)))?;
            passed = true;
            continue;
        };
        if declared.as_ref() == Some(&found) {
            continue;
        }
        let report = Report::new(course, exercise, &source, verdict);
        let was = declared.as_deref().unwrap_or("nothing");
        print::out(&format!(
            "{}\n    declared  {was}\n    found     {found}\n\n{}\n",
            course.shown(&file).bold(),
            print::paint(&text::render(&report, print::width())),
        ))?;
        changes.push(Change { wrong: (!is_starter).then_some(source), declared, found });
    }
    let exit = if passed { Exit::Failure } else { Exit::Success };
    if changes.is_empty() {
        if !passed {
            print::out(&format!("{} everything is rejected as it declares.\n", "✓".green()))?;
        }
        return Ok(exit);
    }
    if !yes {
        let count = changes.len();
        print::out(&format!("Declare what was found in {count} of these files? [y/N] "))?;
        if !reset::agreed(&mut io::stdin().lock()) {
            print::out("\nNothing was changed. With --yes there is no question.\n")?;
            return Ok(Exit::Failure);
        }
    }
    for change in &changes {
        let file = declare(course, exercise, change)?;
        print::out(&format!("{} {file}: {}\n", "✓".green(), change.found))?;
    }
    Ok(exit)
}

fn declare(course: &Course, exercise: &Exercise, change: &Change) -> anyhow::Result<String> {
    let (path, text) = match &change.wrong {
        Some(source) => (source.path.clone(), with_finding(&source.text, &change.found)),
        None => {
            let path = course.root.join(INFO);
            let text = fs::read_to_string(&path)
                .map_err(|error| Stop::environment(format!("{} cannot be read: {error}.", path.display())))?;
            let declared = change.declared.as_deref().unwrap_or_default();
            let text = with_starter(&text, exercise.lines.starter, declared, &change.found);
            let remedy = || {
                let found = &change.found;
                Stop::usage(format!("{INFO}:{}: write starter = \"{found}\" there.", exercise.lines.starter))
            };
            (path, text.ok_or_else(remedy)?)
        }
    };
    replace(&path, text.as_bytes())
        .map_err(|error| Stop::environment(format!("{} cannot be written: {error}.", path.display())))?;
    Ok(course.shown(&path))
}

/// A wrong answer's text with that finding.
fn with_finding(text: &str, finding: &str) -> String {
    let (line, declared) = declared(text);
    let mut lines: Vec<&str> = text.lines().collect();
    let declaration = format!("// finding: {finding}");
    if declared.is_some() {
        lines[line - 1] = &declaration;
    } else {
        lines.insert(usize::from(text.starts_with("// wrong: ")), &declaration);
    }
    lines.join("\n") + "\n"
}

/// The text of `info.toml` with another finding in that line; none if the declared one does not stand there.
fn with_starter(text: &str, line: usize, declared: &str, found: &str) -> Option<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let place = lines.get_mut(line.checked_sub(1)?)?;
    if !place.contains(declared) {
        return None;
    }
    *place = place.replacen(declared, found, 1);
    Some(lines.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_takes_the_place_of_the_old_one_or_comes_second() {
        let cases = [
            ("// wrong: x\n// finding: a: panic\n\nfn a() {}\n", "// wrong: x\n// finding: b: hang\n\nfn a() {}\n"),
            ("// wrong: x\n\nfn a() {}\n", "// wrong: x\n// finding: b: hang\n\nfn a() {}\n"),
            ("fn a() {}\n", "// finding: b: hang\nfn a() {}\n"),
        ];
        for (text, expected) in cases {
            assert_eq!(with_finding(text, "b: hang"), expected);
        }
    }

    #[test]
    fn the_line_about_the_starter_changes_and_no_other() {
        let text = "starter = \"a: panic\"\nname = \"x\"\nstarter = \"a: panic\"\n";
        let expected = "starter = \"a: panic\"\nname = \"x\"\nstarter = \"b: hang\"\n";
        assert_eq!(with_starter(text, 3, "a: panic", "b: hang").as_deref(), Some(expected));
        assert_eq!(with_starter(text, 2, "a: panic", "b: hang"), None);
        assert_eq!(with_starter(text, 9, "a: panic", "b: hang"), None);
    }
}
