//! Answers that try to pass without being right, or to take the machine down: every one ends in a clear verdict.

use std::path::{Path, PathBuf};
use std::process::Command;

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
    let mut wrong = Vec::new();
    for file in hostile_answers() {
        let declared = declared(&file);
        let output = Command::new(env!("CARGO_BIN_EXE_threadlings"))
            .args(["run", &declared.exercise, "--format", "json", "--file"])
            .arg(&file)
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
            .output()
            .unwrap();
        let report: serde_json::Value = match serde_json::from_slice(&output.stdout) {
            Ok(report) => report,
            Err(_) => {
                wrong.push(format!("{}: no report; {}", file.display(), String::from_utf8_lossy(&output.stderr)));
                continue;
            }
        };
        let failure = &report["verdict"]["fail"];
        let found = match report["pass"].as_bool() {
            Some(true) => "pass".to_owned(),
            _ => format!("{}: {}", failure["at"].as_str().unwrap(), failure["finding"]["kind"].as_str().unwrap()),
        };
        // Where hidden tests differ in what they call first, the kind alone is declared.
        if found != declared.finding && !found.ends_with(&format!(": {}", declared.finding)) {
            wrong.push(format!("{}: {found}, not {}", file.display(), declared.finding));
        }
        let expected = if found == "pass" { 0 } else { 1 };
        assert_eq!(output.status.code(), Some(expected), "{}", file.display());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
