//! What trybuild hears when it calls cargo.
//!
//! trybuild asks cargo to describe a project, to build its dependencies, to clean, and to check its programs. Of all that
//! only what the check says is needed here, and rustc has said that already. No cargo means no lock to wait for and a fifth
//! of the time.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

/// Answers a call of cargo's with these arguments.
pub(crate) fn answer(arguments: &[String]) -> io::Result<()> {
    let is = |argument: &str| arguments.iter().any(|other| other == argument);
    let answer = if is("metadata") {
        description(&PathBuf::from(variable("CARGO_MANIFEST_DIR")?)).to_string()
    } else if is("check") && is("--bins") {
        std::fs::read_to_string(variable("THREADLINGS_SAID")?)?
    } else {
        String::new()
    };
    io::stdout().lock().write_all(answer.as_bytes())
}

fn variable(name: &str) -> io::Result<String> {
    std::env::var(name).map_err(|error| io::Error::other(format!("{name}: {error}")))
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
