//! Answers that try to pass without being right, or to take the machine down: every one ends in a clear verdict.

use std::path::{Path, PathBuf};

use crate::support::{Called, command, prepare_judges};

/// What the first lines of a hostile answer declare.
struct Declared {
    exercise: String,
    finding: String,
}

fn declared(file: &Path) -> Declared {
    let text = std::fs::read_to_string(file).unwrap();
    let line = |start: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(start));
        line.unwrap_or_else(|| panic!("{} has no line `{start}`", file.display())).to_owned()
    };
    Declared { exercise: line("// exercise: "), finding: line("// finding: ") }
}

fn hostile_answers() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 10, "the hostile answers are gone");
    files
}

#[test]
fn hostile_answers_end_in_the_verdict_they_declare() {
    prepare_judges();
    // One after the other: two that take all they can get would take it from each other.
    let wrong: Vec<String> = hostile_answers().iter().filter_map(|file| difference(file)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// How an answer ended, if it is not as its first lines declare.
fn difference(file: &Path) -> Option<String> {
    let declared = declared(file);
    let mut command = command(&["run", &declared.exercise, "--format", "json", "--file"]);
    let called = Called::from(command.arg(file).output().unwrap());
    let Ok(report) = serde_json::from_str::<serde_json::Value>(&called.out) else {
        return Some(format!("{}: no report; {}", file.display(), called.err));
    };
    let failure = &report["verdict"]["fail"];
    let found = match report["pass"].as_bool() {
        Some(true) => "pass".to_owned(),
        _ => format!("{}: {}", failure["at"].as_str().unwrap(), failure["finding"]["kind"].as_str().unwrap()),
    };
    let expected = if found == "pass" { 0 } else { 1 };
    assert_eq!(called.code, Some(expected), "{}", file.display());
    // Where hidden tests differ in what they call first, the kind alone is declared.
    let is_declared = found == declared.finding || found.ends_with(&format!(": {}", declared.finding));
    (!is_declared).then(|| format!("{}: {found}, not {}", file.display(), declared.finding))
}
