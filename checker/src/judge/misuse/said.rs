//! What rustc says about the programs of an exercise.

use std::panic::resume_unwind;
use std::path::Path;
use std::process::Stdio;
use std::thread;

use anyhow::Context;
use serde_json::json;

use super::Bench;
use crate::judge::JudgeError;
use crate::judge::compile::{Diagnostic, LAST_ERROR, LAST_ERROR_CODE};
use crate::judge::process::{Ended, Process};

/// How much of what rustc says is read, in bytes.
const KEPT: usize = 1024 * 1024;

/// The crate that holds all programs.
const TOGETHER: &str = "together.rs";

/// An error in one of the programs.
#[derive(Debug)]
pub(super) struct Said {
    /// The program's file.
    pub(super) file: String,
    /// The error in JSON, as rustc has said it.
    pub(super) text: String,
    /// The same, read.
    pub(super) error: Diagnostic,
}

/// All errors in the programs with these files, which are named from the bench's folder. None if the compiler does not
/// come to an end.
pub(super) fn errors(files: &[String], bench: Bench<'_>) -> Result<Option<Vec<Said>>, JudgeError> {
    let mut said = Vec::new();
    let mut open = files.to_vec();
    loop {
        match together(&open, bench)? {
            Attempt::All(errors) => {
                said.extend(errors);
                return Ok(Some(said));
            }
            // The programs with these errors keep rustc from looking at the others, so those are looked at without them.
            Attempt::First(errors) if !errors.is_empty() => {
                open.retain(|file| errors.iter().all(|said| said.file != *file));
                said.extend(errors);
            }
            Attempt::First(_) => {
                let errors = each_alone(&open, bench)?;
                return Ok(errors.map(|errors| said.into_iter().chain(errors).collect()));
            }
            Attempt::TooLong => return Ok(None),
        }
    }
}

/// What came of compiling some programs at once.
#[derive(Debug)]
enum Attempt {
    /// All errors that are in them.
    All(Vec<Said>),
    /// Some; others may hide behind them.
    First(Vec<Said>),
    TooLong,
}

/// Compiles programs as modules of one crate, which takes hardly longer than one of them.
fn together(files: &[String], bench: Bench<'_>) -> Result<Attempt, JudgeError> {
    let modules = files.iter().enumerate();
    let modules: String = modules.map(|(number, path)| format!("#[path = {path:?}] mod program_{number};\n")).collect();
    std::fs::write(bench.place.directory.join(TOGETHER), modules + LAST_ERROR)
        .context("the scratch folder cannot be written")?;
    let ended = check(TOGETHER, "lib", bench)?;
    if ended.too_long {
        return Ok(Attempt::TooLong);
    }
    let mut said = Vec::new();
    let mut complete = false;
    for (text, error) in errors_in(&ended) {
        let place = error.primary().map(|span| span.file_name.as_str());
        if place == Some(TOGETHER) {
            complete |= error.code() == Some(LAST_ERROR_CODE);
            continue;
        }
        match files.iter().find(|file| error.primary().is_some_and(|span| span.line_in(file).is_some())) {
            Some(file) => said.push(Said { file: file.clone(), text, error }),
            // Whose error it is can only be seen where it is alone.
            None => return Ok(Attempt::First(Vec::new())),
        }
    }
    Ok(if complete && !ended.output.too_much { Attempt::All(said) } else { Attempt::First(said) })
}

/// None if the compiler does not come to an end.
fn each_alone(files: &[String], bench: Bench<'_>) -> Result<Option<Vec<Said>>, JudgeError> {
    // Not by the checker's pool of threads: whoever waits for this verdict may be a thread of that pool, and would begin
    // with another answer meanwhile.
    let said: Result<Vec<_>, _> = thread::scope(|scope| {
        let said: Vec<_> = files.iter().map(|file| scope.spawn(move || alone(file, bench))).collect();
        said.into_iter().map(|said| said.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    });
    Ok(said?.into_iter().collect::<Option<Vec<_>>>().map(|said| said.into_iter().flatten().collect()))
}

/// None if the compiler does not come to an end.
fn alone(file: &str, bench: Bench<'_>) -> Result<Option<Vec<Said>>, JudgeError> {
    let ended = check(file, "bin", bench)?;
    if ended.too_long {
        return Ok(None);
    }
    let said = |(text, error)| Said { file: file.to_owned(), text, error };
    let mut errors: Vec<Said> = errors_in(&ended).map(said).collect();
    if errors.is_empty() && !ended.status.success() {
        // Told as an error in the program, so that it cannot be taken for one that compiles.
        let message = format!("rustc ended with {}", ended.status);
        let rendered = format!("error: {message}\n");
        let text = json!({ "level": "error", "message": message, "spans": [], "rendered": rendered }).to_string();
        let error = serde_json::from_str(&text).context("an error cannot be told")?;
        errors.push(said((text, error)));
    }
    Ok(Some(errors))
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

fn errors_in(ended: &Ended) -> impl Iterator<Item = (String, Diagnostic)> {
    let read = |line: &str| Some((line.to_owned(), serde_json::from_str::<Diagnostic>(line).ok()?));
    ended.output.text.lines().filter_map(read).filter(|(_, said)| said.is_error())
}

#[cfg(test)]
pub(super) mod tests {
    use std::process::Command;

    use super::*;
    use crate::judge::Cancel;
    use crate::judge::confinement::Place;
    use crate::judge::toolchain::Toolchain;

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
        let cancel = Cancel::new();
        let bench = Bench {
            place,
            library: &library,
            toolchain: &toolchain,
            second_opinion: None,
            memory: None,
            cancel: &cancel,
        };
        use_bench(bench)
    }

    /// The file and the code of each error in these programs, by files.
    fn said_about(programs: &[&str]) -> Vec<(String, String)> {
        with_empty_answer(|bench| {
            let files: Vec<String> = (0..programs.len()).map(|number| format!("{number}.rs")).collect();
            for (file, text) in files.iter().zip(programs) {
                std::fs::write(bench.place.directory.join(file), text).unwrap();
            }
            let errors = errors(&files, bench).unwrap().unwrap();
            let code = |said: &Said| said.error.code().unwrap_or_default().to_owned();
            let mut said: Vec<_> = errors.iter().map(|said| (said.file.clone(), code(said))).collect();
            said.sort();
            said
        })
    }

    fn expected(said: &[(&str, &str)]) -> Vec<(String, String)> {
        said.iter().map(|(file, code)| (file.to_string(), code.to_string())).collect()
    }

    #[test]
    fn each_program_gets_its_own_errors() {
        let programs =
            ["fn main() {}", "fn main() { let x: u8 = true; }", "fn main() { let x: u8 = \"\"; let y: u8 = 1.0; }"];
        assert_eq!(said_about(&programs), expected(&[("1.rs", "E0308"), ("2.rs", "E0308"), ("2.rs", "E0308")]));
    }

    #[test]
    fn no_error_keeps_rustc_from_looking_at_another_program() {
        let programs = [
            "fn main() {",
            "use exercise::Missing; fn main() {}",
            "fn main() { let x: u8 = true; }",
            "fn main() { let text = String::new(); drop(text); drop(text) }",
            "fn main() {}",
        ];
        let errors = [("0.rs", ""), ("1.rs", "E0432"), ("2.rs", "E0308"), ("3.rs", "E0382")];
        assert_eq!(said_about(&programs), expected(&errors));
    }
}
