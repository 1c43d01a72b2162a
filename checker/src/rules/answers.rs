//! Hidden tests, and what answers are to be rejected with.

use std::path::Path;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};
use threadlings_report::Kind;

use super::layout::rust_files;
use super::{Notes, Rule};
use crate::course::Exercise;
use crate::judge::hidden_tests;
use crate::verdict::Judge;

pub(super) fn check(exercise: &Exercise, notes: &mut Notes<'_>) {
    let folder = notes.course.hidden(exercise);
    let file = folder.join("tests.rs");
    let tests = notes.text(&file).map(|text| hidden_tests(&text)).unwrap_or_default();
    for judge in [Judge::Native, Judge::Schedules, Judge::Orderings] {
        let test = tests.iter().find(|test| test.judges.contains(&judge));
        let name = judge.name();
        match test {
            None if exercise.judged_by(judge) => {
                let message = format!("`{}` names the judge {name}, but no test has #[{name}].", exercise.name);
                notes.add(&file, 1, Rule::Tests, message);
            }
            Some(test) if !exercise.judged_by(judge) => {
                let message = format!("nobody runs this test as #[{name}]: info.toml does not name that judge.");
                notes.add(&file, test.line, Rule::Tests, message);
            }
            _ => {}
        }
    }
    for test in tests.iter().filter(|test| test.about.is_empty()) {
        let message = format!("`{}` has no doc comment; learners read in it what is tested.", test.name);
        notes.add(&file, test.line, Rule::Tests, message);
    }

    let names: Vec<&str> = tests.iter().map(|test| test.name.as_str()).collect();
    if let Err(message) = sound(&exercise.starter, &names, &folder) {
        notes.add_to_info(exercise.lines.starter, Rule::Finding, message);
    }
    for file in rust_files(&folder.join("wrong")) {
        let Some(text) = notes.text(&file) else { continue };
        let (line, finding) = declared(&text);
        let finding = finding.ok_or("a line `// finding: <test>: <kind>` is missing; `dev bless` writes it.".into());
        if let Err(message) = finding.and_then(|finding| sound(finding, &names, &folder)) {
            notes.add(&file, line, Rule::Finding, message);
        }
    }
}

/// The finding that a wrong answer declares, `// finding: two_additions: wrong_result`, and the line, from 1, in which it
/// does or should.
pub(crate) fn declared(text: &str) -> (usize, Option<&str>) {
    let lines = text.lines().take(3).enumerate();
    let found = lines.filter_map(|(index, line)| Some((index + 1, line.strip_prefix("// finding: ")?.trim()))).next();
    found.map_or((2, None), |(line, finding)| (line, Some(finding)))
}

/// Whether there is such a place and such a kind.
fn sound(finding: &str, tests: &[&str], folder: &Path) -> Result<(), String> {
    let (at, kind) = finding.split_once(": ").ok_or(format!("`{finding}` is not of the form `<test>: <kind>`."))?;
    let exists = match at.split_once('/') {
        None => at == "compile" || tests.contains(&at),
        Some(("misuse", name)) => folder.join("misuse").join(format!("{name}.rs")).is_file(),
        Some((place, _)) => place == "broken" && folder.join("broken.toml").is_file(),
    };
    if !exists {
        return Err(format!("there is no hidden test `{at}`; `dev bless` writes what is found."));
    }
    let kind_of = |name: &str| {
        let deserializer: StrDeserializer<'_, Error> = name.into_deserializer();
        Kind::deserialize(deserializer)
    };
    // What the compiler refuses has an error code, or the name of a lint.
    let is_code = kind.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if is_code && at == "compile" || kind_of(kind).is_ok() {
        return Ok(());
    }
    Err(format!("there is no finding `{kind}`; `dev bless` writes what is found."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_at_a_test_and_of_a_kind() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("misuse")).unwrap();
        std::fs::write(folder.path().join("misuse/shares.rs"), "").unwrap();
        let cases = [
            ("two: deadlock", None),
            ("compile: E0373", None),
            ("compile: interface", None),
            ("compile: unsafe_code", None),
            ("compile: something else", Some("there is no finding `something else`")),
            ("misuse/shares: misuse_compiles", None),
            ("two", Some("`two` is not of the form")),
            ("three: deadlock", Some("there is no hidden test `three`")),
            ("misuse/sends: misuse_compiles", Some("there is no hidden test `misuse/sends`")),
            ("broken/one: other_error", Some("there is no hidden test `broken/one`")),
            ("two: dead_lock", Some("there is no finding `dead_lock`")),
            ("two: E0373", Some("there is no finding `E0373`")),
        ];
        for (finding, expected) in cases {
            let found = sound(finding, &["one", "two"], folder.path()).err();
            assert_eq!(found.is_some(), expected.is_some(), "{finding}: {found:?}");
            assert!(found.unwrap_or_default().starts_with(expected.unwrap_or_default()), "{finding}");
        }
    }

    #[test]
    fn a_finding_is_declared_at_the_top() {
        assert_eq!(declared("// wrong: x\n// finding: a: panic\n"), (2, Some("a: panic")));
        assert_eq!(declared("// wrong: x\n//   y\n// finding: a: panic \n"), (3, Some("a: panic")));
        assert_eq!(declared("// wrong: x\n\n\n// finding: a: panic\n"), (2, None));
    }
}
