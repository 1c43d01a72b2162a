//! rustfmt and clippy, called for authors as the judges call rustc.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::{Deserialize, Serialize};

use super::compile::Diagnostic;
use super::engines::Engines;
use super::process::Process;
use super::toolchain::Toolchain;
use super::{Cancel, JudgeError, Workshop, scratch};
use crate::course::{self, Exercise};
use crate::exit::Stop;
use crate::source::Source;

/// How much of what a tool says is read, in bytes.
const KEPT: usize = 4 * 1024 * 1024;

/// How many files rustfmt is given at once.
const BATCH: usize = 400;

/// A place in a file that a tool speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The file.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// Why it cannot be formatted; empty if it only is not.
    pub message: String,
}

/// What clippy or rustc says about an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lint {
    /// The line, from 1.
    pub line: usize,
    /// What it is.
    pub message: String,
}

impl Workshop {
    /// The first place in each of these files that rustfmt would write otherwise.
    ///
    /// # Errors
    /// If there is no rustfmt, or it was cancelled.
    pub fn unformatted(&self, files: &[PathBuf], cancel: &Cancel) -> Result<Vec<Place>, JudgeError> {
        let configured = configurations(&self.course.root);
        let all: Vec<PathBuf> = configured.iter().chain(files).cloned().collect();
        let inputs = format!("rustfmt {:?} {}", self.course.root, course::fingerprint(&self.course.root, &all));
        self.memory().recall_or(inputs, || {
            let mut found = Vec::new();
            for files in files.chunks(BATCH) {
                let mut command = self.rustfmt(&["--check", "--color=never"], files)?;
                let ended = Process::start(&mut command, KEPT, cancel)?.wait()?;
                found.extend(places(&ended.output.text));
            }
            found.dedup_by(|next, first| next.file == first.file);
            Ok(found)
        })
    }

    /// Formats these files.
    ///
    /// # Errors
    /// If there is no rustfmt, or it was cancelled.
    pub fn format(&self, files: &[PathBuf], cancel: &Cancel) -> Result<(), JudgeError> {
        for files in files.chunks(BATCH) {
            let mut command = self.rustfmt(&[], files)?;
            Process::start(&mut command, KEPT, cancel)?.wait()?;
        }
        Ok(())
    }

    fn rustfmt(&self, options: &[&str], files: &[PathBuf]) -> Result<Command, JudgeError> {
        let mut command = Command::new(self.tool("rustfmt")?);
        command.args(["--edition=2024"]).args(options).args(files).current_dir(&self.course.root).stdin(Stdio::null());
        Ok(command)
    }

    /// What clippy says about an answer, with every warning an error.
    ///
    /// # Errors
    /// If there is no clippy, the crates that the exercise needs cannot be built, or it was cancelled.
    pub fn lints(&self, exercise: &Exercise, source: &Source, cancel: &Cancel) -> Result<Vec<Lint>, JudgeError> {
        let inputs = format!("clippy {:?} {}", exercise.crates, source.text);
        if let Some(known) = self.memory().recall(&inputs) {
            return Ok(known);
        }
        std::fs::create_dir_all(&self.directory).map_err(anyhow::Error::from)?;
        let folder = scratch::folder(&self.directory)?;
        let mut command = Command::new(self.tool("clippy-driver")?);
        command
            .arg(&source.path)
            .args(["--edition=2024", "--crate-name=exercise", "--crate-type=rlib", "--emit=metadata"])
            .args(["-Dwarnings", "--error-format=json", "--sysroot"])
            .arg(self.sysroot()?)
            .arg("--out-dir")
            .arg(folder.path())
            .current_dir(folder.path())
            .env_remove("RUSTC_LOG")
            .stdin(Stdio::null());
        if !exercise.crates.is_empty() {
            let engines = self.engines(&exercise.crates, cancel, &|_| ())?;
            command.arg("-L").arg(format!("dependency={}", engines.dependencies().display()));
            for name in &exercise.crates {
                command.arg("--extern").arg(format!("{name}={}", engines.library(name).display()));
            }
        }
        let ended = Process::start(&mut command, KEPT, cancel)?.wait()?;
        let diagnostics = ended.output.text.lines().filter_map(|line| serde_json::from_str::<Diagnostic>(line).ok());
        let lints: Vec<Lint> = diagnostics.filter(Diagnostic::is_error).map(|error| lint(&error)).collect();
        if lints.is_empty() && !ended.status.success() {
            let said: String = ended.output.text.chars().take(2000).collect();
            return Err(anyhow::anyhow!("clippy ended with {} and said: {said}", ended.status).into());
        }
        self.memory().keep(inputs, &lints);
        Ok(lints)
    }

    fn tool(&self, name: &str) -> Result<PathBuf, JudgeError> {
        let program = self.sysroot()?.join("bin").join(name);
        if program.is_file() {
            return Ok(program);
        }
        let message = format!("{name} is not installed. Call `rustup component add rustfmt clippy`.");
        Err(Stop::environment(message).into())
    }

    /// The folder of the toolchain that the course asks for, as rustup knows it now.
    ///
    /// # Errors
    /// If it is not there, or another; the error says what to do.
    pub fn toolchain(&self) -> Result<PathBuf, Stop> {
        Toolchain::find(&self.sources).map(|toolchain| toolchain.sysroot)
    }

    /// The folder in which the judges are built.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// The toolchain's folder.
    fn sysroot(&self) -> Result<PathBuf, JudgeError> {
        if let Some(known) = self.sysroot.get() {
            return Ok(known.clone());
        }
        let sysroot = match Engines::load(&self.sources, &self.directory, &[]) {
            Some(engines) => engines.toolchain().sysroot.clone(),
            None => Toolchain::find(&self.sources)?.sysroot,
        };
        Ok(self.sysroot.get_or_init(|| sysroot).clone())
    }
}

/// What a formatter's style depends on.
fn configurations(root: &Path) -> Vec<PathBuf> {
    let names = ["rustfmt.toml", ".rustfmt.toml"];
    let files = root.ancestors().flat_map(|folder| names.map(|name| folder.join(name)));
    files.filter(|file| file.is_file()).collect()
}

/// What `rustfmt --check` says: `Diff in <file>:<line>:` and a part of the file that begins with lines that stay, or an
/// error with ` --> <file>:<line>:<column>` below it.
fn places(said: &str) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    let mut error = None;
    let mut stays = false;
    for line in said.lines() {
        stays = stays && line.starts_with(' ');
        if stays && let Some(place) = places.last_mut() {
            place.line += 1;
        }
        if let Some(message) = line.strip_prefix("error: ") {
            error = Some(message.to_owned());
        }
        let (place, message) = match (line.strip_prefix("Diff in "), line.trim_start().strip_prefix("--> ")) {
            (Some(place), _) => (place.trim_end_matches(':'), String::new()),
            (None, Some(place)) => match error.take() {
                Some(message) => (place.rsplit_once(':').map_or(place, |(place, _)| place), message),
                None => continue,
            },
            (None, None) => continue,
        };
        if let Some((file, line)) = place.rsplit_once(':')
            && let Ok(line) = line.parse()
        {
            stays = message.is_empty();
            places.push(Place { file: file.into(), line, message });
        }
    }
    places
}

fn lint(error: &Diagnostic) -> Lint {
    let line = error.primary().map_or(1, |span| span.line_start as usize);
    let code = error.code().map(|code| format!(" ({code})")).unwrap_or_default();
    Lint { line, message: format!("{}{code}", error.message) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rustfmt_says_is_understood() {
        let said = "Diff in /c/solutions/a.rs:12:\n-fn  a() {}\n+fn a() {}\nDiff in /c/b.rs:1:\n x\n y\n-z\n w\n\
                    error: expected one of `!` or `::`, found `x`\n --> /c/d.rs:3:5\n  |\n3 | fn x x\n";
        let place = |file: &str, line, message: &str| Place { file: file.into(), line, message: message.into() };
        let expected = [
            place("/c/solutions/a.rs", 12, ""),
            place("/c/b.rs", 3, ""),
            place("/c/d.rs", 3, "expected one of `!` or `::`, found `x`"),
        ];
        assert_eq!(places(said), expected);
    }
}
