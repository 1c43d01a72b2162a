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
    let mut programs: Vec<PathBuf> =
        std::fs::read_dir(project.join("misuse")).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    programs.sort();
    let compiler = Compiler { rustc, library, project };
    compiler.together(&programs).unwrap_or_else(|| {
        let messages: Vec<String> = programs.par_iter().map(|program| compiler.alone(program)).collect();
        messages.concat()
    })
}

struct Compiler<'a> {
    rustc: &'a Path,
    library: &'a Path,
    project: &'a Path,
}

/// A module with an error that rustc finds in its last pass. Where it is found, no earlier error has kept rustc from
/// looking for others.
const LAST_ERROR: &str = "mod last_error { fn drop_twice(text: String) { drop(text); drop(text) } }\n";
const LAST_ERROR_CODE: &str = "E0382";

impl Compiler<'_> {
    /// Compiles all programs as modules of one crate, which takes hardly longer than one of them. None if that leaves
    /// open what is said about each alone.
    fn together(&self, programs: &[PathBuf]) -> Option<String> {
        let root = self.project.join("together.rs");
        let modules = programs.iter().enumerate();
        let modules: String =
            modules.map(|(number, path)| format!("#[path = {path:?}] mod program_{number};\n")).collect();
        std::fs::write(&root, modules + LAST_ERROR).ok()?;
        let mut messages = String::new();
        let mut complete = false;
        for diagnostic in self.check(&root, "lib").ok()? {
            let file = diagnostic["spans"].as_array()?.iter().find(|span| span["is_primary"] == true);
            match file.and_then(|span| span["file_name"].as_str()).map(Path::new) {
                Some(file) if file == root => complete |= diagnostic["code"]["code"] == LAST_ERROR_CODE,
                Some(file) if programs.iter().any(|program| program == file) => {
                    messages.push_str(&message(file, &diagnostic));
                }
                None if is_summary(&diagnostic) => {}
                _ => return None,
            }
        }
        complete.then_some(messages)
    }

    fn alone(&self, program: &Path) -> String {
        match self.check(program, "bin") {
            Ok(diagnostics) => diagnostics.iter().map(|diagnostic| message(program, diagnostic)).collect(),
            // Told as an error in the program, so that it cannot be taken for one that compiles.
            Err(error) => {
                let rendered = format!("error: rustc cannot be started: {error}\n");
                message(program, &json!({ "level": "error", "rendered": rendered }))
            }
        }
    }

    /// What rustc says about the crate with this root.
    fn check(&self, root: &Path, crate_type: &str) -> std::io::Result<Vec<Value>> {
        let output = Command::new(self.rustc)
            .arg(root)
            .args(["--edition=2024", "--crate-name=program", "--crate-type", crate_type])
            .args(["--emit=metadata", "-Cprefer-dynamic"])
            .args(["--error-format=json", "--diagnostic-width=140", "-Awarnings"])
            .args(["--extern", &format!("exercise={}", self.library.display())])
            .arg(format!("-o{}", root.with_extension("rmeta").display()))
            .current_dir(self.project)
            .stdin(Stdio::null())
            .output()?;
        let said = String::from_utf8_lossy(&output.stderr);
        Ok(said.lines().filter_map(|line| serde_json::from_str(line).ok()).collect())
    }
}

/// What cargo says when rustc has said this about a file.
fn message(file: &Path, diagnostic: &Value) -> String {
    // trybuild looks for the beginning of a message by its text, so the order of the keys counts.
    let target = json!({ "src_path": file });
    format!("{{\"reason\":\"compiler-message\",\"target\":{target},\"message\":{diagnostic}}}\n")
}

/// Whether it only counts the errors, or says where to read about them.
fn is_summary(diagnostic: &Value) -> bool {
    let text = diagnostic["message"].as_str().unwrap_or_default();
    diagnostic["level"] == "failure-note" || text.starts_with("aborting due to")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said about programs that are compiled together, without any answer.
    fn together(programs: &[&str]) -> Option<String> {
        let folder = tempfile::tempdir().unwrap();
        let sysroot = Command::new("rustc").arg("--print=sysroot").output().unwrap().stdout;
        let rustc = Path::new(String::from_utf8(sysroot).unwrap().trim()).join("bin").join("rustc");
        let empty = folder.path().join("exercise.rs");
        let library = folder.path().join("libexercise.rmeta");
        std::fs::write(&empty, "").unwrap();
        let compiled = Command::new(&rustc)
            .args(["--crate-type=lib", "--crate-name=exercise", "--emit=metadata", "--edition=2024", "-o"])
            .args([&library, &empty])
            .status();
        assert!(compiled.unwrap().success());
        let files: Vec<PathBuf> = programs
            .iter()
            .enumerate()
            .map(|(number, text)| {
                let file = folder.path().join(format!("{number}.rs"));
                std::fs::write(&file, text).unwrap();
                file
            })
            .collect();
        let compiler = Compiler { rustc: &rustc, library: &library, project: folder.path() };
        let said = compiler.together(&files)?;
        Some(said.replace(&format!("{}/", folder.path().display()), ""))
    }

    #[test]
    fn each_program_gets_its_own_errors() {
        let said = together(&["fn main() {}", "fn main() { let x: u8 = true; }", "fn main() { let x = y; }"]).unwrap();
        let files: Vec<&str> =
            said.lines().filter_map(|line| line.split("\"src_path\":\"").nth(1)?.split('"').next()).collect();
        assert_eq!(files, ["2.rs", "1.rs"], "{said}");
        assert!(said.contains("E0308") && said.contains("E0425") && !said.contains(LAST_ERROR_CODE), "{said}");
    }

    #[test]
    fn programs_that_keep_rustc_from_looking_at_the_others_are_compiled_alone() {
        assert_eq!(together(&["fn main() {", "fn main() { let x: u8 = true; }"]), None);
    }
}
