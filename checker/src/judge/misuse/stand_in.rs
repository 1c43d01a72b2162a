//! The program that trybuild calls in the place of cargo.
//!
//! trybuild asks cargo to describe a project, to build its dependencies, to clean, and to check its programs; it takes
//! the program from the variable `CARGO`. Of all that only what the check says is needed here, and rustc has said that
//! already. No cargo means no lock to wait for and a fifth of the time.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

/// Says that this process stands in for cargo, and in which file is what rustc has said.
pub(super) const VARIABLE: &str = "THREADLINGS_SAID";

/// Answers trybuild, if it is trybuild that has called this process in the place of cargo. The value says whether the
/// answer could be given.
pub fn answer_as_cargo() -> Option<bool> {
    if std::env::args().nth(1).as_deref() == Some(super::RUNNER) {
        return None;
    }
    let said = std::env::var_os(VARIABLE)?;
    let project = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR")?);
    let is = |argument: &str| std::env::args().skip(1).any(|other| other == argument);
    let answer = if is("metadata") {
        Ok(description(&project).to_string())
    } else if is("check") && is("--bins") {
        std::fs::read_to_string(said)
    } else {
        Ok(String::new())
    };
    Some(answer.and_then(|answer| std::io::stdout().lock().write_all(answer.as_bytes())).is_ok())
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
