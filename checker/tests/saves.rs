//! What a check does after a save, and what it leaves undone because it was done before or because nobody may wait for it.
//!
//! A program of its own: beside the judges only the last few exercises have a folder, and others would take it away.

#[path = "cli/support/mod.rs"]
mod support;

use std::fs::{self, File};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use support::{Called, judges, prepare_judges};

/// The course in `tests/tiny` with one exercise under a name that no other test uses: what is kept for it beside the
/// judges is this test's own.
struct Tiny {
    folder: tempfile::TempDir,
    exercise: &'static str,
}

const FORMERLY: &str = "own_thread";

impl Tiny {
    fn with_exercise(exercise: &'static str) -> Self {
        prepare_judges();
        let folder = tempfile::tempdir().unwrap();
        support::copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tiny"), folder.path());
        let rename = |folder: PathBuf, extension: &str| {
            fs::rename(folder.join(format!("{FORMERLY}{extension}")), folder.join(format!("{exercise}{extension}")))
                .unwrap();
        };
        rename(folder.path().join("hidden/01_start"), "");
        rename(folder.path().join("exercises/01_start"), ".rs");
        rename(folder.path().join("solutions/01_start"), ".rs");
        let info = folder.path().join("info.toml");
        fs::write(&info, fs::read_to_string(&info).unwrap().replace(FORMERLY, exercise)).unwrap();
        let tiny = Tiny { folder, exercise };
        for left in [tiny.kept(), tiny.notes()] {
            let _ = fs::remove_dir_all(left);
        }
        tiny
    }

    fn solution(&self) -> String {
        fs::read_to_string(self.folder.path().join("solutions/01_start").join(self.exercise).with_extension("rs"))
            .unwrap()
    }

    /// Saves an answer that is right, and has it judged.
    fn passes_with(&self, answer: &str) {
        let called = self.run(answer);
        assert_eq!(called.code, Some(0), "{}{}", called.out, called.err);
    }

    fn run(&self, answer: &str) -> Called {
        let file = self.folder.path().join("exercises/01_start").join(self.exercise).with_extension("rs");
        fs::write(file, answer).unwrap();
        let mut command = support::command(&["run", self.exercise, "--course"]);
        Called::from(command.arg(self.folder.path()).output().unwrap())
    }

    /// The hidden tests of the exercise that were compiled and kept, as the file system tells files apart. To compile them
    /// again makes another file.
    fn compiled_tests(&self) -> Vec<(PathBuf, u64)> {
        let folders = fs::read_dir(self.kept()).unwrap().flatten().map(|entry| entry.path().join("tests.o"));
        let mut files: Vec<_> = folders.map(|file| (file.clone(), fs::metadata(file).unwrap().ino())).collect();
        files.sort();
        files
    }

    fn kept(&self) -> PathBuf {
        judges().join("judges/deps/kept").join(format!("{}-schedules", self.exercise))
    }

    /// What rustc notes for the next save.
    fn notes(&self) -> PathBuf {
        judges().join("saves").join(self.exercise).join("schedules/incremental")
    }
}

#[test]
fn a_save_that_keeps_the_interface_does_not_compile_the_hidden_tests_again() {
    let tiny = Tiny::with_exercise("kept_tests");
    let solution = tiny.solution();
    tiny.passes_with(&solution);
    let first = tiny.compiled_tests();
    assert_eq!(first.len(), 1);

    let other_body = solution.replace("thread::spawn(job)", "let thread = thread::spawn(job);\n    thread");
    assert_ne!(other_body, solution);
    tiny.passes_with(&other_body);
    assert_eq!(tiny.compiled_tests(), first);

    tiny.passes_with(&format!("{solution}\npub struct Other;\n"));
    let both = tiny.compiled_tests();
    assert_eq!((both.len(), both.iter().filter(|file| first.contains(file)).count()), (2, 1));
}

#[test]
fn rustc_has_notes_of_an_answer_that_compiled() {
    let tiny = Tiny::with_exercise("noted_answer");
    let solution = tiny.solution();
    let notes = || fs::read_dir(tiny.notes()).map_or(0, Iterator::count);
    tiny.passes_with(&solution);
    assert_eq!(notes(), 0, "whoever compiles for the first time waits for no notes");
    for save in 1..=3 {
        tiny.passes_with(&format!("{solution}\nfn save() -> u32 {{ {save} }}\n"));
        assert_eq!(notes(), 2, "of the answer, and of the hidden tests that were compiled for its new function");
    }
}

#[test]
fn a_compiler_that_breaks_down_is_not_blamed_on_notes_of_another_save() {
    let tiny = Tiny::with_exercise("spoilt_notes");
    let solution = tiny.solution();
    tiny.passes_with(&solution);
    tiny.passes_with(&format!("{solution}\nfn save() {{}}\n"));
    assert!(tiny.notes().is_dir());
    let deep = format!("{solution}\nfn deep() {{ {}{} }}\n", "(".repeat(120_000), ")".repeat(120_000));
    let called = tiny.run(&deep);
    assert!(called.code == Some(1) && called.out.contains("nested too deeply"), "{}{}", called.out, called.err);
    assert!(!tiny.notes().is_dir(), "the verdict is one without notes");
    tiny.passes_with(&solution);
}

/// cargo locks the folder that it builds in. Whoever is here first, this test or a build that runs just now, holds the
/// lock while a check runs.
#[test]
fn a_check_waits_for_no_lock_of_cargos() {
    let tiny = Tiny::with_exercise("no_lock");
    let target = Path::new(env!("CARGO_BIN_EXE_threadlings")).ancestors().nth(2).unwrap();
    let locks = [target.join("debug"), judges(), judges().join("judges")].map(|folder| folder.join(".cargo-lock"));
    let held: Vec<File> = locks.iter().flat_map(|lock| File::options().append(true).open(lock)).collect();
    assert!(!held.is_empty(), "none of {locks:?} is there");
    for file in &held {
        let _ = file.try_lock();
    }
    tiny.passes_with(&tiny.solution());
}
