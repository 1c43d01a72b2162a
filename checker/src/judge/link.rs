//! Linking programs the way rustc does, without rustc.
//!
//! The compiler makes code of an answer and of its hidden tests at the same time, in two processes, so neither of them
//! can link what both have made. Starting a third one for that would cost more than the linking. Instead, rustc is asked
//! once, when the judges are built, how it links a program that consists of the same crates.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, ensure};
use serde::{Deserialize, Serialize};

use super::confinement::Place;
use super::process::Process;
use super::{Cancel, JudgeError};

/// The answer's code.
pub(super) const LIBRARY: &str = "libexercise.rlib";

/// The hidden tests' code.
pub(super) const OBJECT: &str = "tests.o";

/// What becomes of both.
pub(super) const PROGRAM: &str = "tests";

/// A call of the linker that makes [`PROGRAM`] of [`LIBRARY`] and [`OBJECT`] in the current folder.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Linker {
    program: String,
    arguments: Vec<String>,
}

/// Where the system's programs are.
const SYSTEM: [&str; 3] = ["/usr", "/bin", "/nix/store"];

/// Most of what a linker says, in bytes.
const KEPT: usize = 16 * 1024;

impl Linker {
    /// Asks rustc how it links a program that uses these crates.
    ///
    /// `directory` is where a temporary folder can be made, `search` the folder with what the crates are made of.
    pub(super) fn ask(rustc: &Path, directory: &Path, search: &Path, crates: &[(&str, &Path)]) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir_in(directory)?;
        let externs: String = crates.iter().map(|(name, _)| format!("extern crate {name};\n")).collect();
        std::fs::write(folder.path().join("exercise.rs"), "")?;
        std::fs::write(folder.path().join("tests.rs"), format!("extern crate exercise;\n{externs}fn main() {{}}\n"))?;
        let call = |file: &str, options: &[&str]| -> anyhow::Result<String> {
            let mut command = Command::new(rustc);
            command
                .args([file, "--edition=2024", "-Cprefer-dynamic", "-Awarnings", "-Ldependency=.", "-L"])
                .arg(format!("dependency={}", search.display()))
                .args(options)
                .current_dir(folder.path())
                .stdin(Stdio::null());
            for (name, library) in crates {
                command.arg("--extern").arg(format!("{name}={}", library.display()));
            }
            let output = command.output().context("rustc cannot be started")?;
            let said = String::from_utf8_lossy(&output.stderr);
            ensure!(output.status.success(), "rustc cannot link a program: {}", said.trim());
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        };
        call("exercise.rs", &["--crate-type=rlib"])?;
        let exercise = format!("exercise={LIBRARY}");
        let options = ["--crate-type=bin", "--extern", &exercise, "-Cstrip=none", "--print=link-args"];
        let linker = Self::parse(&call("tests.rs", &options)?)?;
        call("tests.rs", &["--crate-type=bin", "--emit=obj", "--extern", &exercise])?;
        Ok(linker.direct(folder.path()).unwrap_or(linker))
    }

    /// The same without the C compiler, which only calls the linker that comes with rustc, and takes three processes to
    /// do so. None if it calls another linker, or the outcome is not a program. The folder holds what is to be linked.
    fn direct(&self, folder: &Path) -> Option<Self> {
        let position = self.arguments.iter().position(|argument| argument.starts_with("-B"))?;
        let wrapper = Path::new(self.arguments[position].strip_prefix("-B")?);
        let program = wrapper.parent()?.join("rust-lld");
        if !program.is_file() || !self.arguments.iter().any(|argument| argument == "-fuse-ld=lld") {
            return None;
        }
        // In the place of the linker stands a script that writes down how it is called.
        let script = folder.join("ld.lld");
        std::fs::write(&script, "#!/bin/sh\nprintf '%s\\0' \"$@\" > \"$0.arguments\"\n").ok()?;
        std::fs::set_permissions(&script, std::os::unix::fs::PermissionsExt::from_mode(0o700)).ok()?;
        let mut recorded = self.arguments.clone();
        recorded[position] = format!("-B{}", folder.display());
        let run = |program: &str, arguments: &[String]| {
            let mut command = Command::new(program);
            command.args(arguments).current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null());
            command.stderr(Stdio::null()).status().ok().filter(std::process::ExitStatus::success)
        };
        run(&self.program, &recorded)?;
        let called = std::fs::read_to_string(folder.join("ld.lld.arguments")).ok()?;
        let mut arguments = vec!["-flavor".to_owned(), "gnu".to_owned()];
        let mut words = called.split_terminator('\0');
        while let Some(word) = words.next() {
            match word {
                // What is told to a plugin of another linker's.
                "-plugin" => drop(words.next()),
                word if word.starts_with("-plugin-opt") || Path::new(word.trim_start_matches("-L")) == folder => {}
                word => arguments.push(word.to_owned()),
            }
        }
        let linker = Linker { program: program.to_str()?.to_owned(), arguments };
        let _ = std::fs::remove_file(folder.join(PROGRAM));
        run(&linker.program, &linker.arguments)?;
        folder.join(PROGRAM).is_file().then_some(linker)
    }

    /// Reads what rustc prints: assignments to variables, then program and arguments in quotation marks.
    fn parse(printed: &str) -> anyhow::Result<Self> {
        // Assignments to variables come first; their quotation marks stand behind a `=`, not behind a blank.
        let words = printed.trim().split(" \"").skip(1).map(|word| serde_json::from_str(&format!("\"{word}")));
        let words: Vec<String> = words.collect::<Result<_, _>>().context("rustc does not say how it links")?;
        let mut words = words.into_iter();
        let program = words.next().context("rustc does not say how it links")?;
        let mut arguments: Vec<String> = Vec::new();
        for word in words {
            if word.ends_with(".rcgu.o") {
                if !arguments.iter().any(|argument| argument == OBJECT) {
                    arguments.push(OBJECT.into());
                }
            } else if word.ends_with("/raw-dylibs") {
                // The search path of a folder that is gone.
                arguments.pop();
            } else if Path::new(&word).ends_with(LIBRARY) {
                arguments.push(LIBRARY.into());
            } else if !word.ends_with("/symbols.o") {
                arguments.push(word);
            }
        }
        for needed in [OBJECT, LIBRARY] {
            ensure!(
                arguments.iter().any(|argument| argument == needed),
                "rustc links otherwise than expected: {printed}"
            );
        }
        Ok(Linker { program, arguments })
    }

    /// Links what lies in the folder. The inner error is what the linker says.
    pub(super) fn link(&self, place: Place<'_>, cancel: &Cancel) -> Result<Result<(), String>, JudgeError> {
        // It calls other programs of the system's.
        let programs: Vec<&Path> =
            SYSTEM.iter().map(Path::new).chain(place.tools.iter().map(PathBuf::as_path)).collect();
        let mut command = place.compiler(Path::new(&self.program), &programs, &programs);
        command.args(&self.arguments).env("LC_ALL", "C").stdin(Stdio::null());
        let process = Process::start(&mut command, KEPT, cancel)?.for_no_longer_than(place.compile_time());
        let ended = process.wait()?;
        Ok(if ended.status.success() { Ok(()) } else { Err(ended.output.text) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_objects_take_the_place_of_those_that_rustc_has_linked() {
        let printed = concat!(
            r#"LC_ALL="C" PATH="/a b:/c" "cc" "-m64" "/tmp/x/rustcAB/symbols.o" "./tests.tests.1f-cgu.0.rcgu.o" "#,
            r#""./tests.tests.1f-cgu.1.rcgu.o" "/a b/libharness.so" "/tmp/x/libexercise.rlib" "-L" "/tmp/x/raw-dylibs" "#,
            r#""-o" "./tests" "-pie""#,
            "\n",
        );
        let linker = Linker::parse(printed).unwrap();
        assert_eq!(linker.program, "cc");
        assert_eq!(
            linker.arguments,
            ["-m64", "tests.o", "/a b/libharness.so", "libexercise.rlib", "-o", "./tests", "-pie"]
        );
    }

    #[test]
    fn a_call_without_the_answer_is_noticed() {
        let error = Linker::parse(r#"LC_ALL="C" "cc" "./tests.1.rcgu.o""#).unwrap_err();
        assert!(error.to_string().contains("rustc links otherwise than expected"), "{error}");
    }
}
