//! What rustc says about the programs of an exercise.

use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::thread;

use anyhow::Context;
use serde_json::{Value, json};

use super::Bench;
use crate::judge::JudgeError;
use crate::judge::process::{Ended, Process};

/// How much of what rustc says is read, in bytes.
const KEPT: usize = 1024 * 1024;

/// A module with an error that rustc finds in its last pass. Where it is found, no earlier error has kept rustc from
/// looking for others.
const LAST_ERROR: &str = "mod last_error { fn drop_twice(text: String) { drop(text); drop(text) } }\n";
const LAST_ERROR_CODE: &str = "E0382";

/// The crate that holds all programs.
const TOGETHER: &str = "together.rs";

/// What cargo would say about the programs: every diagnostic of rustc's with the file it belongs to, one a line. The files
/// are named from the bench's folder. None if the compiler does not come to an end.
pub(super) fn messages(files: &[String], bench: Bench<'_>) -> Result<Option<String>, JudgeError> {
    match together(files, bench)? {
        Attempt::Said(messages) => Ok(Some(messages)),
        Attempt::TooLong => Ok(None),
        Attempt::Unclear => {
            // Not by the checker's pool of threads: whoever waits for this verdict may be a thread of that pool, and would
            // begin with another answer meanwhile.
            thread::scope(|scope| {
                let said: Vec<_> = files.iter().map(|file| scope.spawn(move || alone(file, bench))).collect();
                let said = said.into_iter().map(|said| said.join().unwrap_or_else(|panic| resume_unwind(panic)));
                said.collect()
            })
        }
    }
}

/// What came of compiling all programs at once.
#[derive(Debug, PartialEq)]
enum Attempt {
    Said(String),
    /// It leaves open what is said about each alone.
    Unclear,
    TooLong,
}

/// Compiles all programs as modules of one crate, which takes hardly longer than one of them.
fn together(files: &[String], bench: Bench<'_>) -> Result<Attempt, JudgeError> {
    let modules = files.iter().enumerate();
    let modules: String = modules.map(|(number, path)| format!("#[path = {path:?}] mod program_{number};\n")).collect();
    std::fs::write(bench.place.directory.join(TOGETHER), modules + LAST_ERROR)
        .context("the scratch folder cannot be written")?;
    let ended = check(TOGETHER, "lib", bench)?;
    if ended.too_long {
        return Ok(Attempt::TooLong);
    }
    let mut messages = String::new();
    let mut complete = false;
    for diagnostic in diagnostics(&ended) {
        let spans = diagnostic["spans"].as_array().map(Vec::as_slice).unwrap_or_default();
        let file = spans.iter().find(|span| span["is_primary"] == true).and_then(|span| span["file_name"].as_str());
        match file {
            Some(TOGETHER) => complete |= diagnostic["code"]["code"] == LAST_ERROR_CODE,
            Some(file) if files.iter().any(|other| other == file) => {
                messages.push_str(&message(file, bench, &diagnostic))
            }
            None if is_summary(&diagnostic) => {}
            _ => return Ok(Attempt::Unclear),
        }
    }
    Ok(if complete && !ended.output.too_much { Attempt::Said(messages) } else { Attempt::Unclear })
}

/// None if the compiler does not come to an end.
fn alone(file: &str, bench: Bench<'_>) -> Result<Option<String>, JudgeError> {
    let ended = check(file, "bin", bench)?;
    if ended.too_long {
        return Ok(None);
    }
    let messages: String = diagnostics(&ended).map(|diagnostic| message(file, bench, &diagnostic)).collect();
    if messages.is_empty() && !ended.status.success() {
        // Told as an error in the program, so that it cannot be taken for one that compiles.
        let rendered = format!("error: rustc ended with {}\n", ended.status);
        return Ok(Some(message(file, bench, &json!({ "level": "error", "rendered": rendered }))));
    }
    Ok(Some(messages))
}

/// Has rustc look at the crate with this root.
fn check(root: &str, crate_type: &str, bench: Bench<'_>) -> Result<Ended, JudgeError> {
    let mut command = bench.toolchain.compiler(bench.place, &[bench.library]);
    command
        .arg(root)
        .args(["--edition=2024", "--crate-name=program", "--crate-type", crate_type])
        .args(["--emit=metadata", "-Cprefer-dynamic"])
        .args(["--error-format=json", "--diagnostic-width=140", "-Awarnings"])
        .args(["--extern", &format!("exercise={}", bench.library.display())])
        .arg(format!("-o{}", Path::new(root).with_extension("rmeta").display()))
        .env_remove("RUSTC_LOG")
        .stdin(Stdio::null());
    Process::start(&mut command, KEPT, bench.cancel)?.for_no_longer_than(bench.place.compile_time()).wait()
}

fn diagnostics(ended: &Ended) -> impl Iterator<Item = Value> {
    ended.output.text.lines().filter_map(|line| serde_json::from_str(line).ok())
}

/// What cargo says when rustc has said this about a file.
fn message(file: &str, bench: Bench<'_>, diagnostic: &Value) -> String {
    let path: PathBuf = bench.place.directory.join(file);
    // trybuild looks for the beginning of a message by its text, so the order of the keys counts.
    let target = json!({ "src_path": path });
    format!("{{\"reason\":\"compiler-message\",\"target\":{target},\"message\":{diagnostic}}}\n")
}

/// Whether it only counts the errors, or says where to read about them.
fn is_summary(diagnostic: &Value) -> bool {
    let text = diagnostic["message"].as_str().unwrap_or_default();
    diagnostic["level"] == "failure-note" || text.starts_with("aborting due to")
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::judge::Cancel;
    use crate::judge::confinement::Place;
    use crate::judge::toolchain::Toolchain;
    use std::process::Command;

    /// Has something done where an empty answer is compiled.
    pub(in crate::judge::misuse) fn with_empty_answer<R>(use_bench: impl FnOnce(Bench<'_>) -> R) -> R {
        let folder = tempfile::tempdir().unwrap();
        let toolchain = Toolchain::find(folder.path()).unwrap();
        let empty = folder.path().join("exercise.rs");
        let library = folder.path().join("libexercise.rmeta");
        std::fs::write(&empty, "").unwrap();
        let compiled = Command::new(toolchain.rustc())
            .args(["--crate-type=lib", "--crate-name=exercise", "--emit=metadata", "--edition=2024", "-o"])
            .args([&library, &empty])
            .status();
        assert!(compiled.unwrap().success());
        let place = Place { directory: folder.path(), confinement: None, tools: &[] };
        use_bench(Bench { place, library: &library, toolchain: &toolchain, memory: None, cancel: &Cancel::new() })
    }

    /// What is said about programs that are compiled together, without any answer.
    fn together_without_answer(programs: &[&str]) -> Attempt {
        with_empty_answer(|bench| {
            let files: Vec<String> = (0..programs.len()).map(|number| format!("{number}.rs")).collect();
            for (file, text) in files.iter().zip(programs) {
                std::fs::write(bench.place.directory.join(file), text).unwrap();
            }
            match together(&files, bench).unwrap() {
                Attempt::Said(said) => {
                    Attempt::Said(said.replace(&format!("{}/", bench.place.directory.display()), ""))
                }
                attempt => attempt,
            }
        })
    }

    #[test]
    fn each_program_gets_its_own_errors() {
        let programs = ["fn main() {}", "fn main() { let x: u8 = true; }", "fn main() { let x = y; }"];
        let Attempt::Said(said) = together_without_answer(&programs) else { panic!("nothing was said") };
        let files: Vec<&str> =
            said.lines().filter_map(|line| line.split("\"src_path\":\"").nth(1)?.split('"').next()).collect();
        assert_eq!(files, ["2.rs", "1.rs"], "{said}");
        assert!(said.contains("E0308") && said.contains("E0425") && !said.contains(LAST_ERROR_CODE), "{said}");
    }

    #[test]
    fn programs_that_keep_rustc_from_looking_at_the_others_are_compiled_alone() {
        assert_eq!(together_without_answer(&["fn main() {", "fn main() { let x: u8 = true; }"]), Attempt::Unclear);
    }
}
