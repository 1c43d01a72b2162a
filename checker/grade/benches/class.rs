//! How long a class of 300 students with 13 exercises takes of which every tenth answer is another one, compared with
//! what judging these answers takes; how long grading it again takes; how much memory it takes.
//!
//! `cargo bench -p threadlings-grade`; the numbers of students and exercises can be given as arguments.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use threadlings::course::{Course, Exercise};

/// Of so many students one has an answer of their own.
const SHARE: usize = 10;

/// What must hold.
const MOST_OVERHEAD: f64 = 1.2;
const MOST_SECONDS_AGAIN: f64 = 5.0;
const MOST_MEMORY_MIB: u64 = 300;

fn main() -> ExitCode {
    let mut numbers = std::env::args().skip(1).filter_map(|argument| argument.parse::<usize>().ok());
    let (students, exercises) = (numbers.next().unwrap_or(300), numbers.next().unwrap_or(13));
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let course = Course::read(&root).expect("the course can be read");
    let exercises: Vec<&Exercise> =
        course.exercises().filter(|exercise| exercise.crates.is_empty()).take(exercises).collect();
    let folder = tempfile::tempdir().expect("there is room for a class");
    let class = folder.path().join("class");
    hand_in(&course, &exercises, students, &class);
    let out = folder.path().join("out");
    // The judges are built once, whatever the size of the class.
    let few = folder.path().join("few");
    hand_in(&course, &exercises, 1, &few);
    grade(&root, &few, &folder.path().join("out-few"), &exercises);

    let (first, memory) = grade(&root, &class, &out, &exercises);
    let record: Value = serde_json::from_slice(&fs::read(out.join("gradebook.json")).expect("there is a gradebook"))
        .expect("the gradebook is JSON");
    let (answers, judging) = judging(&record);
    let jobs = std::thread::available_parallelism().map_or(1, usize::from);
    let overhead = first.as_secs_f64() / (judging / jobs as f64);
    let (again, memory_again) = grade(&root, &class, &out, &exercises);

    let results = students * exercises.len();
    println!("{results} results, {answers} distinct answers");
    println!(
        "graded in {:.1} s: {overhead:.2} times what judging them takes (at most {MOST_OVERHEAD})",
        first.as_secs_f64()
    );
    println!("graded again in {:.2} s (at most {MOST_SECONDS_AGAIN})", again.as_secs_f64());
    println!("memory {} and {} MiB (at most {MOST_MEMORY_MIB})", memory, memory_again);
    let holds = overhead <= MOST_OVERHEAD
        && again.as_secs_f64() <= MOST_SECONDS_AGAIN
        && memory.max(memory_again) <= MOST_MEMORY_MIB;
    if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Every tenth student has an answer of their own, made from one that the course knows; the others have copied it.
fn hand_in(course: &Course, exercises: &[&Exercise], students: usize, class: &Path) {
    for exercise in exercises {
        let known = known(course, exercise);
        for student in 0..students {
            let own = student / SHARE;
            let text = fs::read_to_string(&known[own % known.len()]).expect("a known answer can be read");
            let folder = class.join(format!("student-{student:03}"));
            fs::create_dir_all(&folder).expect("the class can be written");
            fs::write(folder.join(exercise.file()), format!("{text}\n// {own}\n")).expect("the class can be written");
        }
    }
}

/// Solution, starter, and wrong and other right answers.
fn known(course: &Course, exercise: &Exercise) -> Vec<PathBuf> {
    let mut known = vec![course.solution(exercise), course.starter(exercise)];
    for folder in ["wrong", "alternatives"] {
        let files = fs::read_dir(course.hidden(exercise).join(folder)).into_iter().flatten().flatten();
        known.extend(files.map(|file| file.path()).filter(|file| file.extension().is_some_and(|it| it == "rs")));
    }
    known.sort();
    known
}

/// Grades the class; tells how long that took, and the most memory that the grader itself used, in MiB.
fn grade(root: &Path, class: &Path, out: &Path, exercises: &[&Exercise]) -> (Duration, u64) {
    let mut grade = Command::new(env!("CARGO_BIN_EXE_threadlings-grade"));
    grade.arg("grade").arg(class).arg("--out").arg(out).current_dir(root).stdin(Stdio::null());
    for exercise in exercises {
        grade.args(["--only", &exercise.name]);
    }
    let started = Instant::now();
    let mut run = grade.spawn().expect("the grader can be started");
    let mut memory = 0;
    let ended = loop {
        memory = memory.max(most_memory(run.id()));
        match run.try_wait().expect("the grader can be waited for") {
            Some(ended) => break ended,
            None => std::thread::sleep(Duration::from_millis(20)),
        }
    };
    assert!(ended.success(), "the class is graded");
    (started.elapsed(), memory)
}

/// The most memory that the process has used so far, in MiB; 0 where that is not known.
fn most_memory(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    most.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) / 1024
}

/// How many distinct answers there are, and how many seconds judging them took together.
fn judging(record: &Value) -> (usize, f64) {
    let answers = record["answers"].as_object().into_iter().flat_map(|exercises| exercises.values());
    let seconds: Vec<f64> = answers
        .filter_map(Value::as_object)
        .flat_map(|answers| answers.values())
        .filter_map(|answer| answer["timing"]["seconds"].as_f64())
        .collect();
    (seconds.len(), seconds.iter().sum())
}
