//! Programs beside this one that only some need, and that are not built before they are needed.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::print;
use crate::course::Course;
use crate::exit::Stop;

/// A program of another package of this workspace.
pub(super) struct Companion {
    /// Its package, and its own name.
    pub(super) package: &'static str,
    /// Where a clone has its sources.
    pub(super) sources: &'static str,
    /// What people call it.
    pub(super) called: &'static str,
}

impl Companion {
    /// Where it lies, built from the clone that this program was built in, or that the course is. None if there is no such
    /// clone and it is not installed.
    ///
    /// # Errors
    /// If it cannot be built.
    pub(super) fn find(&self, course: Option<&Path>) -> anyhow::Result<Option<PathBuf>> {
        let program = std::env::current_exe()
            .map_err(|error| Stop::environment(format!("this program does not know where it lies: {error}.")))?;
        if let Some(clone) = self.clone(course, &program) {
            return self.build(&clone, &program).map(Some);
        }
        let folders = std::env::var_os("PATH").unwrap_or_default();
        let beside = program.parent().map(Path::to_owned);
        let folders = beside.into_iter().chain(std::env::split_paths(&folders));
        Ok(folders.map(|folder| folder.join(self.package)).find(|file| file.is_file()))
    }

    fn clone(&self, course: Option<&Path>, program: &Path) -> Option<PathBuf> {
        let course = match course {
            Some(folder) => Some(folder.to_owned()),
            None => std::env::current_dir().ok().and_then(|here| Course::find(&here).ok()).map(|course| course.root),
        };
        let built_in = program.ancestors().nth(3).map(Path::to_owned);
        let is_clone = |folder: &PathBuf| folder.join(self.sources).join("Cargo.toml").is_file();
        built_in.into_iter().chain(course).find(is_clone)
    }

    /// Builds it where, and as, this program was built; if that was installed, for release.
    fn build(&self, clone: &Path, program: &Path) -> anyhow::Result<PathBuf> {
        let Companion { package, called, .. } = self;
        let (target, profile) = target_and_profile(program).unwrap_or_else(|| (clone.join("target"), "release".into()));
        let file = target.join(&profile).join(package);
        if !file.is_file() {
            print::note(&format!("Building {called}. This happens once and takes a moment."));
        }
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let status = Command::new(cargo)
            .args(["build", "--quiet", "--package", package])
            .args(["--profile", if profile == "debug" { "dev" } else { &profile }])
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
            false => Err(Stop::environment(format!("{called} cannot be built; what cargo says is above.")).into()),
        }
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
    fn a_clone_is_what_the_program_was_built_in_or_the_course() {
        let grader = Companion { package: "grader", sources: "checker/grade", called: "the grader" };
        let folder = tempfile::tempdir().unwrap();
        let [clone, other] = ["clone", "other"].map(|name| folder.path().join(name));
        std::fs::create_dir_all(clone.join(grader.sources)).unwrap();
        std::fs::create_dir_all(&other).unwrap();
        std::fs::write(clone.join(grader.sources).join("Cargo.toml"), "").unwrap();
        let built = clone.join("target/debug/threadlings");
        let installed = other.join("bin/x/threadlings");
        assert_eq!(grader.clone(Some(&clone), &installed), Some(clone.clone()));
        assert_eq!(grader.clone(Some(&other), &built), Some(clone));
        assert_eq!(grader.clone(Some(&other), &installed), None);
    }
}
