//! The program that trybuild calls in the place of cargo.
//!
//! trybuild asks cargo to describe a project, to build its dependencies, to clean, and to check its programs; it takes
//! the program from the variable `CARGO`. Of all that only the check is needed here: the learner's crate is compiled
//! already, and rustc alone says what it says about each program. No cargo means no lock to wait for and a fifth of
//! the time.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rayon::prelude::*;
use serde_json::{Value, json};

/// Says that this process stands in for cargo, and where the learner's compiled crate is.
pub(super) const VARIABLE: &str = "THREADLINGS_EXERCISE_LIBRARY";

/// Answers trybuild, if it is trybuild that has called this process in the place of cargo. The value says whether the
/// answer could be given.
pub fn answer_as_cargo() -> Option<bool> {
    if std::env::args().nth(1).as_deref() == Some(super::RUNNER) {
        return None;
    }
    let library = PathBuf::from(std::env::var_os(VARIABLE)?);
    let project = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR")?);
    let rustc = PathBuf::from(std::env::var_os("RUSTC")?);
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let is = |argument: &str| arguments.iter().any(|other| other == argument);
    let answer = if is("metadata") {
        description(&project).to_string()
    } else if is("check") && is("--bins") {
        messages(&rustc, &library, &project)
    } else {
        String::new()
    };
    Some(std::io::stdout().lock().write_all(answer.as_bytes()).is_ok())
}

fn description(project: &Path) -> Value {
    json!({
        "target_directory": project.join("target"),
        "workspace_root": project,
        "packages": [{
            "name": "exercise",
            "manifest_path": project.join("Cargo.toml"),
            "targets": [{ "crate_types": ["lib"] }],
        }],
    })
}

/// What cargo would say about the programs: every diagnostic of rustc's with the file it belongs to, one a line.
fn messages(rustc: &Path, library: &Path, project: &Path) -> String {
    let programs: Vec<PathBuf> =
        std::fs::read_dir(project.join("misuse")).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    let messages: Vec<String> = programs.par_iter().map(|program| check(rustc, library, project, program)).collect();
    messages.concat()
}

fn check(rustc: &Path, library: &Path, project: &Path, program: &Path) -> String {
    let output = Command::new(rustc)
        .arg(program)
        .args(["--edition=2024", "--crate-name=program", "--crate-type=bin", "--emit=metadata", "-Cprefer-dynamic"])
        .args(["--error-format=json", "--diagnostic-width=140", "-Awarnings"])
        .args(["--extern", &format!("exercise={}", library.display())])
        .arg(format!("-o{}", program.with_extension("rmeta").display()))
        .current_dir(project)
        .stdin(Stdio::null())
        .output();
    let said = match output {
        Ok(output) => String::from_utf8_lossy(&output.stderr).into_owned(),
        // Told as an error in the program, so that it cannot be taken for one that compiles.
        Err(error) => {
            json!({ "level": "error", "rendered": format!("error: rustc cannot be started: {error}\n") }).to_string()
        }
    };
    let diagnostics = said.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let messages = diagnostics.map(|message| {
        // trybuild looks for the beginning of a message by its text, so the order of the keys counts.
        let target = json!({ "src_path": program });
        format!("{{\"reason\":\"compiler-message\",\"target\":{target},\"message\":{message}}}\n")
    });
    messages.collect()
}
