//! What authors call, on a course of two exercises that has a folder of its own: one thing after another is broken on
//! purpose, and the culprit must be named.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{self, Called, prepare_judges};

/// A copy of the course in `tests/tiny`.
struct Tiny {
    folder: tempfile::TempDir,
}

impl Tiny {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        support::copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tiny"), folder.path());
        Tiny { folder }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// Puts other words in the place of these, which must be there.
    fn change(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} holds no {from:?}");
        fs::write(self.path(path), text.replace(from, to)).unwrap();
    }

    fn call(&self, arguments: &[&str]) -> Called {
        let mut command = support::command(arguments);
        Called::from(command.arg("--course").arg(self.folder.path()).output().unwrap())
    }
}

const INFO: &str = "info.toml";
const SOLUTION: &str = "solutions/01_start/own_thread.rs";
const STARTER: &str = "hidden/01_start/own_thread/starter.rs";
const TESTS: &str = "hidden/01_start/own_thread/tests.rs";
const WRONG: &str = "hidden/01_start/own_thread/wrong/runs_it_itself.rs";
const ALTERNATIVE: &str = "hidden/01_start/own_thread/alternatives/scope.rs";

#[test]
fn a_course_that_is_right_is_verified_once() {
    prepare_judges();
    let tiny = Tiny::new();
    // A text of its own: whoever has verified this course before has left verdicts.
    tiny.change(SOLUTION, "//! `join`", &format!("//! {}\n//!\n//! `join`", tiny.folder.path().display()));
    let first = tiny.call(&["verify"]);
    assert_eq!(first.code, Some(0), "{}{}", first.out, first.err);
    assert!(first.out.contains("01_start          2     10       0"), "{}", first.out);
    let again = tiny.call(&["verify"]);
    assert!(again.out.contains("10 files judged (10 of them before), 0 differ"), "{}", again.out);
    let anew = tiny.call(&["verify", "--no-cache", "own_thread"]);
    assert!(anew.out.contains("✓ 5 files judged, 0 differ"), "{}", anew.out);
    let checked = tiny.call(&["dev", "check"]);
    assert_eq!((checked.code, checked.out.as_str()), (Some(0), "✓ 2 exercises looked at, every rule is kept\n"));
}

/// Breaks the course and looks at it.
fn broken(command: &[&str], change: impl FnOnce(&Tiny)) -> Called {
    prepare_judges();
    let tiny = Tiny::new();
    change(&tiny);
    tiny.call(command)
}

/// What is found in a course that was broken.
fn found(command: &[&str], change: impl FnOnce(&Tiny)) -> String {
    let called = broken(command, change);
    assert_eq!(called.code, Some(1), "{}{}", called.out, called.err);
    called.out
}

#[test]
fn a_test_that_lets_a_wrong_answer_pass_is_noticed() {
    let out = found(&["verify", "own_thread"], |tiny| tiny.change(TESTS, "!threads.on_creator()", "true"));
    let expected = format!(
        "✗ {WRONG} (wrong answer)\n    expected  the_job_has_a_thread_of_its_own: wrong_result\n    found     pass\n"
    );
    assert!(out.starts_with(&expected), "{out}");
    assert!(out.contains(", 1 differ; "), "{out}");
}

#[test]
fn a_solution_that_is_wrong_is_noticed() {
    let out =
        found(&["verify", "own_thread"], |tiny| tiny.change(SOLUTION, "thread::spawn(job).join()", "Some(job())"));
    assert!(out.contains(&format!("✗ {SOLUTION} (solution)\n    expected  pass\n")), "{out}");
    assert!(out.contains("    found     the_job_has_a_thread_of_its_own: wrong_result\n"), "{out}");
}

#[test]
fn a_wrong_answer_that_fails_for_another_reason_is_noticed() {
    let out = found(&["verify", "own_thread"], |tiny| tiny.change(WRONG, "    job()", "    job() + 1"));
    let expected = "    expected  the_job_has_a_thread_of_its_own: wrong_result\n    found     the_result_comes_back: wrong_result\n";
    assert!(out.contains(expected), "{out}");
    // And the report says what it does.
    assert!(out.contains("✗ `run` returned 8 for 7"), "{out}");
}

#[test]
fn a_starter_that_passes_is_noticed() {
    let out = found(&["verify", "shared_number"], |tiny| {
        let solution = tiny.read("solutions/01_start/shared_number.rs");
        fs::write(tiny.path("hidden/01_start/shared_number/starter.rs"), solution).unwrap();
    });
    assert!(
        out.contains("(starter)\n    expected  misuse/accepts_sharing: use_refused\n    found     pass\n"),
        "{out}"
    );
    assert!(out.contains("exercises/01_start/shared_number.rs:3: differs from the starter."), "{out}");
}

/// A change, and where and by what rule it is found.
type Case = (&'static str, fn(&Tiny), &'static str, &'static str);

#[test]
fn every_rule_names_file_and_line() {
    let cases: &[Case] = &[
        ("no alternative", |tiny| fs::remove_file(tiny.path(ALTERNATIVE)).unwrap(), "info.toml:14", "layout"),
        (
            "no wrong answers",
            |tiny| fs::remove_dir_all(tiny.path(WRONG).parent().unwrap()).unwrap(),
            "info.toml:14",
            "layout",
        ),
        (
            "nothing for learners",
            |tiny| fs::remove_file(tiny.path("exercises/01_start/own_thread.rs")).unwrap(),
            "info.toml:14",
            "layout",
        ),
        ("no solution", |tiny| fs::remove_file(tiny.path(SOLUTION)).unwrap(), "info.toml:14", "info"),
        (
            "no misuse",
            |tiny| tiny.change(INFO, "[\"schedules\"]", "[\"schedules\", \"misuse\"]"),
            "info.toml:14",
            "layout",
        ),
        ("a misspelt judge", |tiny| tiny.change(INFO, "schedules", "schedlues"), "info.toml:15", "info"),
        (
            "a judge without tests",
            |tiny| tiny.change(TESTS, "#[schedules]", "#[schedlues]"),
            "hidden/01_start/own_thread/tests.rs:1",
            "tests",
        ),
        (
            "tests without a judge",
            |tiny| tiny.change(INFO, "[\"native\", \"misuse\"]", "[\"misuse\"]"),
            "hidden/01_start/shared_number/tests.rs:7",
            "tests",
        ),
        (
            "a test that says nothing",
            |tiny| tiny.change(TESTS, "/// A job that", "// A job that"),
            "hidden/01_start/own_thread/tests.rs:8",
            "tests",
        ),
        (
            "a file too many",
            |tiny| fs::write(tiny.path("hidden/01_start/own_thread/wrong/notes.txt"), "").unwrap(),
            "hidden/01_start/own_thread/wrong/notes.txt:1",
            "stray",
        ),
        (
            "a solution too many",
            |tiny| fs::write(tiny.path("solutions/01_start/other.rs"), "").unwrap(),
            "solutions/01_start/other.rs:1",
            "stray",
        ),
        (
            "a folder too many",
            |tiny| {
                fs::create_dir_all(tiny.path("exercises/02_next")).unwrap();
                fs::write(tiny.path("exercises/02_next/a.rs"), "").unwrap()
            },
            "exercises/02_next:1",
            "stray",
        ),
        (
            "no title",
            |tiny| tiny.change(STARTER, "//! # A", "//! A"),
            "hidden/01_start/own_thread/starter.rs:1",
            "header",
        ),
        (
            "no reason",
            |tiny| tiny.change(STARTER, "Why it matters", "Note"),
            "hidden/01_start/own_thread/starter.rs:1",
            "header",
        ),
        (
            "no place to work at",
            |tiny| tiny.change(STARTER, "// TODO", "// Here"),
            "hidden/01_start/own_thread/starter.rs:8",
            "header",
        ),
        (
            "no misconception",
            |tiny| tiny.change(WRONG, "// wrong: ", "// "),
            "hidden/01_start/own_thread/wrong/runs_it_itself.rs:1",
            "header",
        ),
        (
            "nothing about an alternative",
            |tiny| tiny.change(ALTERNATIVE, "// right: ", "// "),
            "hidden/01_start/own_thread/alternatives/scope.rs:1",
            "header",
        ),
        ("no points", |tiny| tiny.change(INFO, "points = 10", "points = 0"), "info.toml:14", "points"),
        ("two hints", |tiny| tiny.change(INFO, "\"Who runs the job?\", ", ""), "info.toml:18", "info"),
        ("an empty hint", |tiny| tiny.change(INFO, "Who runs the job?", " "), "info.toml:18", "hints"),
        (
            "a hint that is the solution",
            |tiny| {
                tiny.change(
                    INFO,
                    "Who runs the job?",
                    "thread::spawn(job).join().expect(\\\"the job does not panic\\\")",
                )
            },
            "info.toml:18",
            "hints",
        ),
        (
            "a finding without a test",
            |tiny| tiny.change(WRONG, "finding: the_job", "finding: a_job"),
            "hidden/01_start/own_thread/wrong/runs_it_itself.rs:2",
            "finding",
        ),
        (
            "no finding",
            |tiny| tiny.change(WRONG, "// finding", "// found"),
            "hidden/01_start/own_thread/wrong/runs_it_itself.rs:2",
            "finding",
        ),
        (
            "a starter's finding without a test",
            |tiny| tiny.change(INFO, "the_result_comes", "the_result_goes"),
            "info.toml:17",
            "finding",
        ),
        (
            "other words for learners",
            |tiny| tiny.change("exercises/01_start/own_thread.rs", "forgets", "loses"),
            "exercises/01_start/own_thread.rs:3",
            "handed-out",
        ),
        (
            "a list out of date",
            |tiny| tiny.change("exercises/01_start/README.md", "2. [", "3. ["),
            "exercises/01_start/README.md:8",
            "readme",
        ),
        (
            "a manifest out of date",
            |tiny| tiny.change("exercises/Cargo.toml", "name = \"own_thread\"", "name = \"thread\""),
            "exercises/Cargo.toml:17",
            "manifest",
        ),
        (
            "an unformatted test",
            |tiny| tiny.change(TESTS, "    let result", "  let result"),
            "hidden/01_start/own_thread/tests.rs:9",
            "format",
        ),
        (
            "something for clippy",
            |tiny| tiny.change(SOLUTION, "    thread::spawn", "    return thread::spawn"),
            "solutions/01_start/own_thread.rs:12",
            "clippy",
        ),
    ];
    for (what, change, place, rule) in cases {
        let out = found(&["dev", "check"], change);
        let is_named = |line: &str| line.starts_with(&format!("✗ {place}: ")) && line.ends_with(&format!("[{rule}]"));
        assert!(out.lines().any(is_named), "{what}: no {place} [{rule}] in\n{out}");
    }
}

#[test]
fn verify_tells_of_rules_in_every_format() {
    let wrong = |tiny: &Tiny| tiny.change(INFO, "points = 10", "points = 0");
    let expected = [
        ("human", "✗ info.toml:14: an exercise is worth at least one point. [points]\n"),
        ("github", "::error file="),
        ("junit", "<testcase classname=\"rules\" name=\"info.toml:14 [points]\""),
        ("json", "\"problems\":[{\"file\":\"info.toml\",\"line\":14,\"rule\":\"points\""),
    ];
    for (format, expected) in expected {
        let out = found(&["verify", "own_thread", "--format", format], wrong);
        assert!(out.contains(expected), "{out}");
    }
}

#[test]
fn what_can_be_mended_without_the_author_is_mended() {
    prepare_judges();
    let tiny = Tiny::new();
    let files =
        ["exercises/Cargo.toml", "exercises/main.rs", "solutions/Cargo.toml", "exercises/01_start/README.md", TESTS];
    let before = files.map(|file| tiny.read(file));
    fs::remove_file(tiny.path(files[0])).unwrap();
    fs::remove_file(tiny.path(files[1])).unwrap();
    tiny.change(files[2], "name = \"own_thread\"", "name = \"thread\"");
    tiny.change(files[3], "## Exercises", "## Old\n\n## Exercises\n\n1. nothing\n");
    tiny.change(TESTS, "    let result", "  let result");
    let called = tiny.call(&["dev", "check", "--fix"]);
    assert_eq!(called.code, Some(0), "{}{}", called.out, called.err);
    tiny.change(files[3], "## Old\n\n", "");
    assert_eq!(files.map(|file| tiny.read(file)), before);
}

#[test]
fn a_new_exercise_can_be_judged_and_wants_to_be_written() {
    prepare_judges();
    let tiny = Tiny::new();
    let called = tiny.call(&["dev", "new", "02_next/my_first"]);
    assert_eq!(called.code, Some(0), "{}", called.err);
    let verified = tiny.call(&["verify", "my_first"]);
    assert!(verified.out.contains("5 files judged"), "{}{}", verified.out, verified.err);
    assert!(verified.out.contains(", 0 differ, rules are broken"), "{}", verified.out);
    let checked = tiny.call(&["dev", "check"]).out;
    let problems: Vec<&str> = checked.lines().filter(|line| line.ends_with(']')).collect();
    assert!(problems.len() >= 6, "{checked}");
    assert!(problems.iter().all(|line| line.ends_with("[header]") || line.ends_with("[hints]")), "{checked}");
    for (path, message) in [
        ("02_next/my_first", "there is an exercise `my_first` already"),
        ("01_start/own_thread", "there is an exercise `own_thread` already"),
        ("my_first", "is not of the form CHAPTER/NAME"),
        ("../x/y", "is not of the form CHAPTER/NAME"),
        ("02_next/My-First", "is not of the form CHAPTER/NAME"),
    ] {
        let called = tiny.call(&["dev", "new", path]);
        assert_eq!(called.code, Some(2));
        assert!(called.err.contains(message), "{}", called.err);
    }
}

#[test]
fn a_course_begins_with_its_first_exercise() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("mine");
    let new =
        |name: &str| Called::from(support::command(&["dev", "new", name, "--course"]).arg(&root).output().unwrap());
    assert_eq!(new("01_first/one").code, Some(0));
    assert_eq!(new("01_first/two").code, Some(0));
    let listed = Called::from(support::command(&["list", "--course"]).arg(&root).output().unwrap());
    assert!(listed.out.contains("one") && listed.out.contains("two"), "{}{}", listed.out, listed.err);
}

#[test]
fn findings_are_declared_after_they_were_shown() {
    prepare_judges();
    let tiny = Tiny::new();
    let before = (tiny.read(WRONG), tiny.read(INFO));
    tiny.change(WRONG, "the_job_has_a_thread_of_its_own: wrong_result", "the_job: hang");
    tiny.change(INFO, "the_result_comes_back", "the_result_goes");

    // Nobody has said yes.
    let asked = tiny.call(&["dev", "bless", "own_thread"]);
    assert_eq!(asked.code, Some(1), "{}", asked.err);
    assert!(
        asked.out.contains("    declared  the_job: hang\n    found     the_job_has_a_thread_of_its_own"),
        "{}",
        asked.out
    );
    assert!(asked.out.contains("✗ the caller ran the job"), "{}", asked.out);
    assert!(tiny.read(WRONG).contains("the_job: hang"));

    assert_eq!(tiny.call(&["dev", "bless", "own_thread", "--yes"]).code, Some(0));
    assert_eq!((tiny.read(WRONG), tiny.read(INFO)), before);
    let again = tiny.call(&["dev", "bless", "own_thread"]);
    assert_eq!((again.code, again.out.as_str()), (Some(0), "✓ everything is rejected as it declares.\n"));

    tiny.change(WRONG, "    job()", "    std::thread::spawn(job).join().unwrap()");
    let passes = tiny.call(&["dev", "bless", "own_thread", "--yes"]);
    assert_eq!(passes.code, Some(1));
    assert!(passes.out.contains(&format!("{WRONG} passes: no finding can be declared")), "{}", passes.out);
}

#[test]
fn every_command_takes_another_course() {
    prepare_judges();
    let tiny = Tiny::new();
    let expected = [
        (&["list"][..], Some(0), "shared_number"),
        (&["hint", "own_thread"], Some(0), "Who runs the job?"),
        (&["solution", "own_thread", "--spoil"], Some(0), "thread::spawn(job)"),
        (&["run", "own_thread"], Some(1), "✗ `run` returned 0 for 7"),
        (&["reset", "own_thread", "--yes"], Some(0), "exercises/01_start/own_thread.rs is as it was handed out"),
        (&["verify", "own_thread"], Some(0), "5 files judged"),
    ];
    for (arguments, code, text) in expected {
        let called = tiny.call(arguments);
        assert_eq!(called.code, code, "{arguments:?}: {}", called.err);
        assert!(called.out.contains(text), "{arguments:?}: {}", called.out);
    }
    fs::copy(tiny.path(SOLUTION), tiny.path("exercises/01_start/own_thread.rs")).unwrap();
    assert_eq!(tiny.call(&["run", "own_thread"]).code, Some(0));
    assert!(tiny.path(".threadlings/progress.toml").is_file());
}

#[test]
fn shares_of_one_course_become_the_whole() {
    prepare_judges();
    let tiny = Tiny::new();
    tiny.change(WRONG, "    job()", "    job() + 1");
    let share = |share: &str| {
        let called = tiny.call(&["verify", "--format", "json", "--partition", share]);
        let file = tiny.path(&format!("{}.json", share.replace('/', "-")));
        fs::write(&file, called.out).unwrap();
        (file, called.code)
    };
    let merge = |files: &[&PathBuf]| Called::from(support::command(&["merge"]).args(files).output().unwrap());
    let shares = ["1/3", "2/3", "3/3"].map(share);
    assert_eq!(shares.iter().filter(|(_, code)| *code == Some(1)).count(), 1, "one share has the difference");
    let [(one, _), (two, _), (three, _)] = &shares;
    let whole = merge(&[three, one, two]);
    assert_eq!(whole.code, Some(1), "{}", whole.err);
    assert!(whole.out.contains("01_start          2     10       1"), "{}", whole.out);
    assert!(whole.out.contains(&format!("✗ {WRONG} (wrong answer)")), "{}", whole.out);

    let gap = merge(&[three, one]);
    assert_eq!(gap.code, Some(2));
    assert!(gap.err.contains("of 3 shares, 2 is missing"), "{}", gap.err);
    assert!(merge(&[one, two, three, two]).err.contains("are both share 2/3"));

    tiny.change(WRONG, "    job() + 1", "    job()");
    let (other, _) = share("2/3");
    let mixed = merge(&[one, &other, three]);
    assert_eq!(mixed.code, Some(2));
    assert!(mixed.err.contains("they differ in the files of the course"), "{}", mixed.err);
}
