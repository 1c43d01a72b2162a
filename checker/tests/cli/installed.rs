//! What `threadlings init` writes, and that the program works there without the clone.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{self, Called, prepare_judges};

/// A learner's machine: a home folder, and the program.
struct Machine {
    home: tempfile::TempDir,
}

impl Machine {
    fn new() -> Self {
        Machine { home: tempfile::tempdir().unwrap() }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.home.path().join(path)
    }

    fn call_in(&self, folder: &Path, arguments: &[&str]) -> Called {
        let mut command = support::command(arguments);
        command.current_dir(folder).env("XDG_DATA_HOME", self.path("data")).env("XDG_CACHE_HOME", self.path("cache"));
        Called::from(command.output().unwrap())
    }

    fn call(&self, arguments: &[&str]) -> Called {
        self.call_in(self.home.path(), arguments)
    }
}

const ANSWER: &str = "learn/exercises/01_threads/spawn_and_join.rs";

#[test]
fn the_exercises_come_into_a_new_folder_and_nothing_that_spoils() {
    let machine = Machine::new();
    let called = machine.call(&["init", "learn"]);
    assert_eq!(called.code, Some(0), "{}", called.err);
    assert!(called.out.contains("    cd learn\n    threadlings\n"), "{}", called.out);
    for file in ["exercises/README.md", "exercises/01_threads/README.md", "rust-toolchain.toml", ".gitignore"] {
        assert!(machine.path("learn").join(file).is_file(), "{file}");
    }
    assert!(fs::read_to_string(machine.path(ANSWER)).unwrap().contains("// TODO"));
    for spoiler in ["info.toml", "solutions", "checker"] {
        assert!(!machine.path("learn").join(spoiler).exists(), "{spoiler}");
    }

    // Editors ask cargo what there is.
    let metadata = metadata(&machine.path("learn"));
    let targets = metadata["packages"][0]["targets"].as_array().unwrap();
    let is_there = |target: &serde_json::Value| Path::new(target["src_path"].as_str().unwrap()).is_file();
    assert!(targets.len() > 30 && targets.iter().all(is_there), "{targets:?}");
}

/// What cargo says about a workspace.
fn metadata(folder: &Path) -> serde_json::Value {
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version=1"])
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(metadata.status.success(), "{}", String::from_utf8_lossy(&metadata.stderr));
    serde_json::from_slice(&metadata.stdout).unwrap()
}

#[test]
fn the_workspace_that_is_brought_along_is_whole() {
    let machine = Machine::new();
    machine.call(&["init", "learn"]);
    let course = fs::read_dir(machine.path("data/threadlings/courses")).unwrap().next().unwrap().unwrap().path();
    let packages = metadata(&course)["packages"].as_array().unwrap().len();
    assert!(packages > 10, "{packages} packages");
    assert!(course.join("checker/hidden/01_threads/spawn_and_join/tests.rs").is_file());
}

#[test]
fn init_again_brings_what_is_missing_and_leaves_answers_alone() {
    let machine = Machine::new();
    machine.call(&["init", "learn"]);
    fs::write(machine.path(ANSWER), "mine").unwrap();
    fs::remove_file(machine.path("learn/exercises/01_threads/main_exits_first.rs")).unwrap();
    fs::write(machine.path("learn/exercises/01_threads/README.md"), "old").unwrap();
    let called = machine.call_in(&machine.path("learn"), &["init"]);
    assert_eq!(called.code, Some(0), "{}", called.err);
    assert!(called.out.contains("1 of them new"), "{}", called.out);
    assert_eq!(fs::read_to_string(machine.path(ANSWER)).unwrap(), "mine");
    assert!(machine.path("learn/exercises/01_threads/main_exits_first.rs").is_file());
    assert!(fs::read_to_string(machine.path("learn/exercises/01_threads/README.md")).unwrap().starts_with("# Threads"));

    fs::create_dir(machine.path("other")).unwrap();
    fs::write(machine.path("other/thesis.tex"), "").unwrap();
    let called = machine.call(&["init", "other"]);
    assert_eq!(called.code, Some(2));
    assert!(called.err.contains("other is not empty"), "{}", called.err);
    assert_eq!(fs::read_dir(machine.path("other")).unwrap().count(), 1);
}

#[test]
fn every_command_works_in_the_new_folder() {
    prepare_judges();
    let machine = Machine::new();
    machine.call(&["init", "learn"]);
    let call = |arguments: &[&str]| machine.call_in(&machine.path("learn/exercises"), arguments);
    assert!(call(&["list"]).out.contains("spawn_and_join"));
    let failed = call(&["run", "spawn_and_join"]);
    assert_eq!(failed.code, Some(1), "{}", failed.err);
    assert!(failed.out.starts_with("✗ "), "{}", failed.out);
    assert!(call(&["hint", "spawn_and_join"]).out.contains("Hint 1 of 3"));

    let solution = call(&["solution", "spawn_and_join", "--spoil"]).out;
    fs::write(machine.path(ANSWER), &solution).unwrap();
    let passed = call(&["run", "spawn_and_join"]);
    assert_eq!(passed.code, Some(0), "{}", passed.err);
    assert!(passed.out.contains("Compare: threadlings solution spawn_and_join"), "{}", passed.out);
    assert!(machine.path("learn/.threadlings/progress.toml").is_file());

    let reset = call(&["reset", "spawn_and_join", "--yes"]);
    assert_eq!(reset.code, Some(0), "{}", reset.err);
    assert!(fs::read_to_string(machine.path(ANSWER)).unwrap().contains("// TODO"));
    let verify = call(&["verify"]);
    assert_eq!(verify.code, Some(2));
    assert!(verify.err.contains("only the exercises are here"), "{}", verify.err);
    assert_eq!(fs::read_dir(machine.path("data/threadlings/courses")).unwrap().count(), 1);
}

#[test]
fn doctor_looks_at_everything() {
    let machine = Machine::new();
    machine.call(&["init", "learn"]);
    let called = machine.call_in(&machine.path("learn"), &["doctor"]);
    assert_eq!(called.code, Some(0), "{}{}", called.out, called.err);
    for what in
        ["course", "toolchain", "linker", "answers", "progress", "judges", "space", "watcher", "terminal", "sandbox"]
    {
        assert!(called.out.contains(&format!(" {what} ")), "{what}: {}", called.out);
    }

    // Without rustc nothing can be judged.
    let mut command = support::command(&["doctor"]);
    command.current_dir(machine.path("learn")).env("XDG_DATA_HOME", machine.path("data")).env("PATH", "");
    let unfit = Called::from(command.output().unwrap());
    assert_eq!(unfit.code, Some(3), "{}", unfit.out);
    assert!(unfit.out.contains("✗ toolchain"), "{}", unfit.out);
    assert!(unfit.out.contains("https://rustup.rs"), "{}", unfit.out);
}
