//! `threadlings grade`: hands over to the grader, a program of its own.
//!
//! Learners never need it, so it is not built before it is asked for.

use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::print;
use crate::course::Course;
use crate::exit::{Exit, Stop};

/// The grader's package and program.
const GRADER: &str = "threadlings-grade";

/// Where a clone has the grader's sources.
const SOURCES: &str = "checker/grade";

/// Becomes the grader, called as `threadlings-grade grade ARGUMENTS`.
///
/// # Errors
/// If there is no grader, or it cannot be built.
pub fn run(course: Option<&Path>, color: Option<&str>, arguments: &[OsString]) -> anyhow::Result<Exit> {
    hand_over("grade", course, color, arguments)
}

/// Becomes the grader, which does `command`.
///
/// # Errors
/// If there is no grader, or it cannot be built.
pub fn hand_over(
    command: &str,
    course: Option<&Path>,
    color: Option<&str>,
    arguments: &[OsString],
) -> anyhow::Result<Exit> {
    let mut grader = Command::new(grader(course)?);
    grader.arg(command);
    if let Some(course) = course {
        grader.arg("--course").arg(course);
    }
    // Signals, the terminal and the exit code are the grader's own from here on.
    let error = grader.args(color).args(arguments).exec();
    Err(Stop::environment(format!("{GRADER} cannot be started: {error}.")).into())
}

fn grader(course: Option<&Path>) -> anyhow::Result<PathBuf> {
    let program = std::env::current_exe()
        .map_err(|error| Stop::environment(format!("this program does not know where it lies: {error}.")))?;
    if let Some(clone) = clone(course, &program) {
        return build(&clone, &program);
    }
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let beside = program.parent().map(Path::to_owned);
    let found = beside.into_iter().chain(std::env::split_paths(&folders)).map(|folder| folder.join(GRADER));
    found.into_iter().find(|file| file.is_file()).ok_or_else(|| {
        Stop::environment(format!(
            "the grader is not installed. In a clone of threadlings, call `cargo install --path {SOURCES}`."
        ))
        .into()
    })
}

/// The clone that the course is, or that this program was built in.
fn clone(course: Option<&Path>, program: &Path) -> Option<PathBuf> {
    let course = match course {
        Some(folder) => Some(folder.to_owned()),
        None => std::env::current_dir().ok().and_then(|here| Course::find(&here).ok()).map(|course| course.root),
    };
    let built_in = program.ancestors().nth(3).map(Path::to_owned);
    let is_clone = |folder: &PathBuf| folder.join(SOURCES).join("Cargo.toml").is_file();
    course.into_iter().chain(built_in).find(is_clone)
}

/// Builds the grader where, and as, this program was built; if it was installed, for release.
fn build(clone: &Path, program: &Path) -> anyhow::Result<PathBuf> {
    let (target, profile) = target_and_profile(program).unwrap_or_else(|| (clone.join("target"), "release".into()));
    let file = target.join(&profile).join(GRADER);
    if !file.is_file() {
        print::note("Building the grader. This happens once and takes about a minute.");
    }
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["build", "--quiet", "--package", GRADER, "--profile", if profile == "debug" { "dev" } else { &profile }])
        .arg("--manifest-path")
        .arg(clone.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(&target)
        .status()
        .map_err(|error| {
            Stop::environment(format!("cargo cannot be started: {error}. Install Rust from https://rustup.rs."))
        })?;
    match status.success() {
        true => Ok(file),
        false => Err(Stop::environment("the grader cannot be built; what cargo says is above.").into()),
    }
}

/// The target folder and the profile's folder that a program of cargo's lies in.
fn target_and_profile(program: &Path) -> Option<(PathBuf, String)> {
    let profile = program.parent()?;
    let target = profile.parent()?;
    target
        .join("CACHEDIR.TAG")
        .is_file()
        .then(|| Some((target.to_owned(), profile.file_name()?.to_str()?.to_owned())))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_cargo_built_knows_where_and_how() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("somewhere");
        std::fs::create_dir_all(target.join("release")).unwrap();
        let program = target.join("release/threadlings");
        assert_eq!(target_and_profile(&program), None, "as it is for one that was installed");
        std::fs::write(target.join("CACHEDIR.TAG"), "").unwrap();
        assert_eq!(target_and_profile(&program), Some((target, "release".into())));
    }

    #[test]
    fn a_clone_is_the_course_or_what_the_program_was_built_in() {
        let folder = tempfile::tempdir().unwrap();
        let [clone, other] = ["clone", "other"].map(|name| folder.path().join(name));
        std::fs::create_dir_all(clone.join(SOURCES)).unwrap();
        std::fs::create_dir_all(&other).unwrap();
        std::fs::write(clone.join(SOURCES).join("Cargo.toml"), "").unwrap();
        let built = clone.join("target/debug/threadlings");
        let installed = other.join("bin/x/threadlings");
        assert_eq!(super::clone(Some(&clone), &installed), Some(clone.clone()));
        assert_eq!(super::clone(Some(&other), &built), Some(clone));
        assert_eq!(super::clone(Some(&other), &installed), None);
    }
}
