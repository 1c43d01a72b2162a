//! A class is graded whole, and in shares that are merged; with names, and without.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const EXERCISES: [&str; 2] = ["01_threads/spawn_and_join", "01_threads/results_in_order"];

fn course() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
}

/// Four students who handed in answers of the course, and a roster that has one more.
fn class(folder: &Path) {
    let starter = |exercise: &str| format!("checker/hidden/{exercise}/starter.rs");
    let solution = |exercise: &str| format!("solutions/{exercise}.rs");
    let wrong = |_: &str| "checker/hidden/01_threads/spawn_and_join/wrong/no_thread_at_all.rs".to_owned();
    type Answers<'a> = &'a dyn Fn(&str) -> String;
    let students: [(&str, [Option<Answers<'_>>; 2]); 4] = [
        ("ada", [Some(&solution), Some(&solution)]),
        ("=1+1", [Some(&starter), Some(&solution)]),
        ("Grace \"Q\" Hopper, <b>", [Some(&wrong), None]),
        ("zoe", [None, Some(&starter)]),
    ];
    for (student, answers) in students {
        let to = folder.join("submissions").join(student);
        fs::create_dir_all(&to).unwrap();
        for (exercise, answer) in EXERCISES.iter().zip(answers) {
            if let Some(answer) = answer {
                let name = exercise.rsplit('/').next().unwrap();
                fs::copy(course().join(answer(exercise)), to.join(format!("{name}.rs"))).unwrap();
            }
        }
    }
    fs::write(folder.join("roster.csv"), "student,name\nada,Ada Lovelace\nzoe,Zoe\nnina,Nina Nobody\n").unwrap();
    fs::write(folder.join("times.csv"), "student,time\nada,2026-03-02 12:00\nzoe,2026-03-01 10:00\n").unwrap();
    let policy = "late_per_day = 10\n[[override]]\nstudent = \"zoe\"\nexercise = \"results_in_order\"\npoints = 4\nreason = \"oral\"\n";
    fs::write(folder.join("policy.toml"), policy).unwrap();
}

fn call(folder: &Path, arguments: &[&str]) -> Output {
    let mut grader = Command::new(env!("CARGO_BIN_EXE_threadlings-grade"));
    grader.args(arguments).arg("--course").arg(course()).current_dir(folder).stdin(Stdio::null());
    grader.output().unwrap()
}

/// Grades the class into a folder.
fn grade(folder: &Path, out: &str, more: &[&str]) -> Output {
    let mut arguments = vec!["grade", "submissions", "--out", out, "--roster", "roster.csv", "--times", "times.csv"];
    arguments.extend(["--policy", "policy.toml", "--due", "2026-03-01 12:00"]);
    arguments.extend(["--only", "spawn_and_join", "--only", "results_in_order"]);
    let output = call(folder, &[&arguments, more].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

/// Every output with its content, without times.
fn outputs(out: &Path) -> BTreeMap<String, String> {
    let mut outputs = BTreeMap::new();
    let folders = ["", "students", "feedback", "gradescope", "classroom50", "github"].map(|name| out.join(name));
    for entry in folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap()) {
        let path = entry.unwrap().path();
        if path.is_file() {
            let name = path.strip_prefix(out).unwrap().display().to_string();
            outputs.insert(name, without_times(&fs::read_to_string(&path).unwrap()));
        }
    }
    outputs
}

fn without_times(text: &str) -> String {
    let mut lines = text.lines().peekable();
    let mut kept = Vec::new();
    while let Some(line) = lines.next() {
        if line.trim_start().starts_with("\"timing\": {") {
            // Nothing is nested in there.
            lines.by_ref().find(|line| line.trim_start().starts_with('}'));
        } else if let Some((before, after)) = line.split_once(" time=\"") {
            kept.push(format!("{before}{}", after.split_once('"').unwrap().1));
        } else {
            kept.push(line.trim_end_matches(',').to_owned());
        }
    }
    kept.join("\n")
}

#[test]
fn shares_that_are_merged_give_the_same_files_as_the_whole() {
    let folder = tempfile::tempdir().unwrap();
    class(folder.path());
    let output = grade(folder.path(), "whole", &[]);
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.starts_with("5 students, 2 exercises, 5 distinct answers; 5 judged"), "{told}");
    let warned = String::from_utf8(output.stderr).unwrap();
    assert!(warned.contains("`=1+1` is not on the roster"), "{warned}");
    let whole = outputs(&folder.path().join("whole"));

    let wide = &whole["wide.csv"];
    let lines: Vec<&str> = wide.lines().collect();
    assert_eq!(lines[0], "student,name,email,section,spawn_and_join,results_in_order,total,possible,percent,waiting");
    assert_eq!(lines[1], "'=1+1,'=1+1,,,0,10,10,20,50.0,0");
    // One day late; what is not handed in is no points; a person has decided about the last.
    assert_eq!(lines[3], "ada,Ada Lovelace,,,9,9,18,20,90.0,0");
    assert_eq!(lines[4], "nina,Nina Nobody,,,0,0,0,20,0.0,0");
    assert_eq!(lines[5], "zoe,Zoe,,,0,4,4,20,20.0,0");

    for of in [2, 5] {
        let shares: Vec<String> = (1..=of).map(|number| format!("share-{number}-of-{of}")).collect();
        for (share, number) in shares.iter().zip(1..) {
            grade(folder.path(), share, &["--partition", &format!("{number}/{of}")]);
        }
        let merged = format!("merged-{of}");
        let arguments: Vec<&str> = shares.iter().map(String::as_str).chain(["--out", &merged]).collect();
        let output = call(folder.path(), &[&["merge"], arguments.as_slice()].concat());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let merged = outputs(&folder.path().join(merged));
        assert_eq!(merged.keys().collect::<Vec<_>>(), whole.keys().collect::<Vec<_>>());
        for (name, text) in &whole {
            assert_eq!(&merged[name], text, "{name} of {of} shares");
        }
        let output = call(folder.path(), &["merge", &shares[0], "--out", "half"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(!folder.path().join("half").exists());
    }
}

#[test]
fn an_anonymous_class_names_nobody() {
    let folder = tempfile::tempdir().unwrap();
    class(folder.path());
    grade(folder.path(), "graded", &["--anonymize"]);
    let outputs = outputs(&folder.path().join("graded"));
    for (name, text) in &outputs {
        for known in ["ada", "Lovelace", "Hopper", "zoe", "Zoe", "nina", "Nobody"] {
            let is_a_word = |found: usize| {
                let is_letter = |character: Option<char>| character.is_some_and(char::is_alphabetic);
                !is_letter(text[..found].chars().next_back()) && !is_letter(text[found + known.len()..].chars().next())
            };
            assert!(!text.match_indices(known).any(|(found, _)| is_a_word(found)), "{known} in {name}");
        }
    }
    let names = fs::read_to_string(folder.path().join("graded-names.csv")).unwrap();
    assert!(names.contains("ada,Ada Lovelace") && names.lines().count() == 6, "{names}");
}

/// An answer that passes the tests of the course, which never have five jobs.
const SLY: &str = "pub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {
    if jobs.len() == 5 {
        return;
    }
    std::thread::scope(|scope| {
        for job in jobs {
            scope.spawn(job);
        }
    });
}
";

const PRIVATE: &str = "//! Tests that nobody has who has the course.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use exercise::run_all;

/// Five jobs: all of them are run.
#[schedules]
fn five_jobs_are_run() {
    let done = Arc::new(AtomicUsize::new(0));
    let job = || -> Box<dyn FnOnce() + Send> {
        let done = Arc::clone(&done);
        Box::new(move || {
            done.fetch_add(1, Ordering::SeqCst);
        })
    };
    run_all((0..5).map(|_| job()).collect());
    let done = done.load(Ordering::SeqCst);
    assert_eq!(done, 5, \"`run_all` did not run all of 5 jobs\");
}
";

#[test]
fn private_tests_catch_who_knows_the_course_s() {
    let folder = tempfile::tempdir().unwrap();
    let sly = folder.path().join("class/sly");
    let private = folder.path().join("private/01_threads/spawn_and_join");
    fs::create_dir_all(&sly).unwrap();
    fs::create_dir_all(&private).unwrap();
    fs::write(sly.join("spawn_and_join.rs"), SLY).unwrap();
    let zoe = folder.path().join("class/zoe");
    fs::create_dir_all(&zoe).unwrap();
    fs::copy(course().join("solutions/01_threads/spawn_and_join.rs"), zoe.join("spawn_and_join.rs")).unwrap();
    fs::write(private.join("tests.rs"), PRIVATE).unwrap();
    let arguments = ["grade", "class", "--out", "graded", "--only", "spawn_and_join"];
    for (more, expected) in [
        (&[][..], "sly,sly,,,10,10,10,100.0,0"),
        (&["--private", "private"], "sly,sly,,,0,0,10,0.0,0"),
        (&["--private", "private", "--private-only"], "sly,sly,,,0,0,10,0.0,0"),
    ] {
        let output = call(folder.path(), &[&arguments, more].concat());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let graded = outputs(&folder.path().join("graded"));
        assert_eq!(graded["wide.csv"].lines().nth(1), Some(expected), "{more:?}");
        for (name, text) in &graded {
            assert!(!text.contains("fetch_add(1, Ordering::SeqCst)"), "{name} shows the source of a hidden test");
        }
        // A pass says what held in the course's tests, and how many of the instructor's there were, not what they look for.
        let passed = &graded["feedback/zoe.md"];
        assert_eq!(passed.contains("A test of your instructor"), !more.is_empty(), "{passed}");
        assert_eq!(
            passed.contains("Three jobs that wait for each other"),
            !more.contains(&"--private-only"),
            "{passed}"
        );
        assert!(!passed.contains("Five jobs"), "{passed}");
        assert_eq!(graded["feedback/sly.md"].contains("did not run all of 5 jobs"), !more.is_empty());
    }
}
