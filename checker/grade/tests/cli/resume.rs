//! A run that is stopped, however it is, and called again ends with the same gradebook as one that was not.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

/// An answer to `spawn_and_join`, different for each number; every third one is wrong.
fn answer(number: usize) -> String {
    let jobs = if number.is_multiple_of(3) { "jobs.into_iter().skip(1)" } else { "jobs" };
    format!(
        "// Answer {number}.\npub fn run_all(jobs: Vec<Box<dyn FnOnce() + Send>>) {{\n    std::thread::scope(|scope| {{\n        \
         for job in {jobs} {{\n            scope.spawn(job);\n        }}\n    }});\n}}\n"
    )
}

/// Twelve students who have handed in six different answers, and one who has handed in nothing.
fn class(folder: &Path) -> PathBuf {
    let class = folder.join("class");
    for number in 0..12 {
        let student = class.join(format!("student-{number:02}"));
        fs::create_dir_all(&student).unwrap();
        fs::write(student.join("spawn_and_join.rs"), answer(number % 6)).unwrap();
    }
    fs::create_dir(class.join("zoe")).unwrap();
    class
}

fn grade(class: &Path, out: &Path, more: &[&str]) -> Command {
    let course = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut grade = Command::new(env!("CARGO_BIN_EXE_threadlings-grade"));
    grade.arg("grade").arg(class).arg("--out").arg(out).args(["--only", "spawn_and_join"]).args(more);
    grade.current_dir(course).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    grade
}

/// The gradebook without what may differ between two runs.
fn gradebook(out: &Path) -> String {
    fn without_timing(value: &mut Value) {
        match value {
            Value::Object(object) => {
                object.remove("timing");
                object.values_mut().for_each(without_timing);
            }
            Value::Array(array) => array.iter_mut().for_each(without_timing),
            _ => {}
        }
    }
    let mut value: Value = serde_json::from_slice(&fs::read(out.join("gradebook.json")).unwrap()).unwrap();
    without_timing(&mut value);
    serde_json::to_string_pretty(&value).unwrap()
}

/// How many results are kept in an output folder.
fn results(out: &Path) -> usize {
    let keys = fs::read_dir(out.join(".threadlings/results")).into_iter().flatten().flatten();
    let files = keys.flat_map(|key| fs::read_dir(key.path()).into_iter().flatten().flatten());
    files.filter(|file| file.path().extension().is_some_and(|extension| extension == "json")).count()
}

/// Sends the signal as soon as there are so many results; false if the run has ended before.
fn stop(run: &mut Child, signal: Signal, out: &Path, at: usize) -> bool {
    while results(out) < at {
        if run.try_wait().unwrap().is_some() {
            return false;
        }
        std::thread::yield_now();
    }
    kill_process(Pid::from_child(run), signal).unwrap();
    true
}

#[test]
fn a_run_that_is_stopped_goes_on_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let class = class(folder.path());
    let (whole, parts) = (folder.path().join("whole"), folder.path().join("parts"));
    assert!(grade(&class, &whole, &[]).status().unwrap().success());

    // ^C first, which is answered with a word on how to go on; then without any warning.
    for (at, signal) in [(1, Signal::INT), (2, Signal::KILL), (3, Signal::KILL), (5, Signal::TERM)] {
        let mut run = grade(&class, &parts, &["-j", "1"]).spawn().unwrap();
        if !stop(&mut run, signal, &parts, at) {
            continue;
        }
        let ended = run.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr);
        assert!(results(&parts) >= at);
        // It may have been about to end by itself.
        if !ended.status.success() {
            assert_eq!(ended.status.signal(), Some(signal.as_raw()), "{said}");
            assert!(!parts.join("gradebook.json").exists());
            assert!(signal == Signal::KILL || said.contains("Call the same command again"), "{said}");
        }
    }
    assert!(grade(&class, &parts, &[]).status().unwrap().success());
    assert_eq!(gradebook(&parts), gradebook(&whole));

    let again = grade(&class, &whole, &[]).output().unwrap();
    let said = String::from_utf8_lossy(&again.stderr);
    assert!(said.contains("0 distinct answers to judge; 6 more are known"), "{said}");
}

#[test]
fn equal_answers_are_judged_once_and_named_for_each_student() {
    let folder = tempfile::tempdir().unwrap();
    let (class, out) = (class(folder.path()), folder.path().join("out"));
    let graded = grade(&class, &out, &[]).output().unwrap();
    assert!(String::from_utf8_lossy(&graded.stderr).contains("6 distinct answers to judge."));
    let record: Value = serde_json::from_str(&gradebook(&out)).unwrap();
    let outcomes: Vec<&str> = record["students"]
        .as_array()
        .unwrap()
        .iter()
        .map(|student| student["results"][0]["outcome"]["is"].as_str().unwrap())
        .collect();
    let six = ["fail", "pass", "pass", "fail", "pass", "pass"];
    assert_eq!(outcomes, [&six[..], &six, &["not_graded"]].concat());
    assert_eq!(record["answers"]["spawn_and_join"].as_object().unwrap().len(), 6);
    assert!(record["answers"].to_string().contains("\"level\":\"sealed\""), "the sandbox is up");
}

/// Without a layer of the sandbox nothing is graded, unless somebody vouches for the code, and then the results say so.
#[test]
fn without_a_sandbox_nothing_is_graded_unless_the_code_is_trusted() {
    let folder = tempfile::tempdir().unwrap();
    let (class, out) = (class(folder.path()), folder.path().join("out"));
    let (refused, trusted) = std::thread::spawn({
        let (class, out) = (class.clone(), out.clone());
        move || {
            // This thread, and what it starts, live on a system without Landlock.
            seccompiler::apply_filter(&without_landlock()).unwrap();
            let refused = grade(&class, &out, &[]).output().unwrap();
            (refused, grade(&class, &out, &["--trust-code"]).output().unwrap())
        }
    })
    .join()
    .unwrap();
    let said = String::from_utf8_lossy(&refused.stderr);
    assert_eq!(refused.status.code(), Some(3), "{said}");
    assert!(said.contains("it lacks Landlock") && said.contains("--trust-code"), "{said}");
    assert!(trusted.status.success(), "{}", String::from_utf8_lossy(&trusted.stderr));
    let record = gradebook(&out);
    assert!(record.contains("\"level\": \"local\"") && record.contains("Landlock"), "{record}");
    assert!(!record.contains("\"level\": \"sealed\""), "{record}");
    // A result that is worth less does not count where all layers are there.
    let sealed = grade(&class, &out, &[]).output().unwrap();
    assert!(String::from_utf8_lossy(&sealed.stderr).contains("6 distinct answers to judge."));
}

fn without_landlock() -> seccompiler::BpfProgram {
    use seccompiler::{SeccompAction, SeccompFilter};
    // `landlock_create_ruleset`, the same number on every architecture.
    let rules = [(444, Vec::new())].into_iter().collect();
    let missing = SeccompAction::Errno(libc::ENOSYS as u32);
    let arch = std::env::consts::ARCH.try_into().unwrap();
    SeccompFilter::new(rules, SeccompAction::Allow, missing, arch).unwrap().try_into().unwrap()
}
