//! A verification that is stopped by a signal leaves nothing behind, and the next one is right.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::support::{self, Called, prepare_judges, scratch_folders};
use rustix::process::{Pid, Signal, kill_process};

/// A wrong answer that hangs for as long as the exercise allows.
const ENDLESS: &str = "// wrong: never comes back\n// finding: what_is_set_is_read: hang\n\n\
                       pub struct Number;\n\nimpl Number {\n    pub fn new(_: u32) -> Self {\n        Number\n    }\n\n    \
                       pub fn get(&self) -> u32 {\n        0\n    }\n\n    pub fn set(&self, _: u32) {\n        loop {\n            \
                       std::thread::sleep(std::time::Duration::from_secs(1));\n        }\n    }\n}\n";

/// Longer than anything here takes, on any machine.
const DEADLINE: Duration = Duration::from_secs(120);

/// The course in `tests/tiny`, with an answer that hangs.
fn course() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    support::copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tiny"), folder.path());
    fs::write(folder.path().join("hidden/01_start/shared_number/wrong/endless.rs"), ENDLESS).unwrap();
    folder
}

fn verify(course: &Path) -> Child {
    let mut command = support::command(&["verify", "shared_number", "--no-cache", "--course"]);
    command.arg(course).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

/// The processes that work in a folder of that checker's.
fn workers(checker: u32) -> Vec<PathBuf> {
    let of_checker = format!("/check-{checker}-");
    let processes = fs::read_dir("/proc").unwrap().flatten().map(|entry| entry.path());
    let works = |process: &PathBuf| {
        let folder = fs::read_link(process.join("cwd")).unwrap_or_default();
        folder.to_string_lossy().contains(&of_checker)
    };
    processes.filter(works).collect()
}

fn wait_until(what: &str, is_so: impl Fn() -> bool) {
    let deadline = Instant::now() + DEADLINE;
    while !is_so() {
        assert!(Instant::now() < deadline, "{what}");
        std::thread::yield_now();
    }
}

/// Whether a process is a hidden test that runs.
fn is_test(process: &Path) -> bool {
    fs::read_link(process.join("exe")).is_ok_and(|program| program.ends_with("tests"))
}

/// Starts a verification and sends the signal while a hidden test runs; gives the number that the process had.
fn stopped_by(course: &Path, signal: Signal) -> u32 {
    let mut child = verify(course);
    let checker = child.id();
    wait_until("no hidden test ever ran", || workers(checker).iter().any(|process| is_test(process)));
    kill_process(Pid::from_child(&child), signal).unwrap();
    assert_eq!(child.wait().unwrap().signal(), Some(signal.as_raw()));
    checker
}

/// What is kept of verdicts is whole.
fn assert_verdicts_are_whole() {
    for folder in fs::read_dir(support::judges().join("verdicts")).unwrap().flatten() {
        for file in fs::read_dir(folder.path()).into_iter().flatten().flatten() {
            if file.path().extension().is_some_and(|extension| extension == "json") {
                let text = fs::read(file.path()).unwrap();
                assert!(serde_json::from_slice::<serde_json::Value>(&text).is_ok(), "{}", file.path().display());
            }
        }
    }
}

fn assert_next_is_right(course: &Path) {
    assert_verdicts_are_whole();
    let mut command = support::command(&["verify", "--course"]);
    let called = Called::from(command.arg(course).output().unwrap());
    assert_eq!(called.code, Some(0), "{}{}", called.out, called.err);
    assert!(called.out.contains("01_start          2     11       0"), "{}", called.out);
}

#[test]
fn an_interrupt_or_a_termination_leaves_nothing() {
    prepare_judges();
    let course = course();
    for signal in [Signal::INT, Signal::TERM] {
        let checker = stopped_by(course.path(), signal);
        assert_eq!(workers(checker), Vec::<PathBuf>::new());
        assert_eq!(scratch_folders(checker), Vec::<PathBuf>::new());
    }
    assert_next_is_right(course.path());
}

#[test]
fn nobody_outlives_a_checker_that_is_killed() {
    prepare_judges();
    let course = course();
    let checker = stopped_by(course.path(), Signal::KILL);
    wait_until("a process outlives its checker", || workers(checker).is_empty());
    assert_next_is_right(course.path());
    // Whoever comes next tidies up.
    assert_eq!(scratch_folders(checker), Vec::<PathBuf>::new());
}
