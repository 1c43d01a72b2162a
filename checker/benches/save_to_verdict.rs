//! How long a learner waits, against what bare rustc needs for the same file: `cargo bench --bench save_to_verdict`.
//!
//! The floor of a verdict is one `rustc --test` of the solution with its hidden tests in one crate, and one run of
//! that; the floor of a compile error is `rustc --emit=metadata`. Both are measured in turns with the checker, so that
//! whatever else the machine does falls on both. A save that changes only the body of a function, as most do, leaves
//! hidden tests as they were compiled before; both sorts of saves are measured. From the third save of an exercise on,
//! rustc reuses what it has made of the one before: the medians are of such saves. The numbers are for reading: nothing
//! here can fail for being slow.
//! Names of exercises on the command line measure those.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use anyhow::{Context, ensure};
use serde_json::Value;
use threadlings::course::{Course, Exercise};
use threadlings::judge::{Cancel, Demands, Workshop};
use threadlings::source::Source;
use threadlings::verdict::Verdict;

/// One exercise for each way of judging.
const EXERCISES: [&str; 6] =
    ["trait_matrix", "leftmost_match", "mutex_counter", "lock_ordering", "borrow_with_scope", "publish_once"];

/// How often each is measured.
const TIMES: usize = 5;

/// A mistake that rustc finds after everything else that it looks for in the exercises' own code.
const MISTAKE: &str = "\nfn mistake(text: String) { drop(text); drop(text) }\n";

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let course = Course::find(Path::new(env!("CARGO_MANIFEST_DIR")))?;
    let workshop = Workshop::open(&course);
    // cargo adds `--bench`.
    let mut names: Vec<&str> = arguments.iter().map(String::as_str).filter(|name| !name.starts_with('-')).collect();
    if names.is_empty() {
        names.extend(EXERCISES);
    }
    let exercises: Vec<&Exercise> = names
        .iter()
        .map(|name| course.exercise(name).with_context(|| format!("there is no exercise `{name}`")))
        .collect::<Result<_, _>>()?;
    workshop.prepare(&exercises, &Cancel::new(), &|_| ())?;
    let rustc = Rustc::find(&course.root)?;

    println!("median of {TIMES}           bare rustc  threadlings  ratio");
    for exercise in exercises {
        let text = std::fs::read_to_string(course.solution(exercise))?;
        let tests = std::fs::read_to_string(course.hidden(exercise).join("tests.rs"))?;
        let judge = |text: &str| -> anyhow::Result<(Duration, Verdict)> {
            // As in watch mode, what is known already is not judged again; so no save may be like an earlier one.
            let text = format!("{text}// {}\n", SystemTime::now().duration_since(UNIX_EPOCH)?.as_nanos());
            let source = Source { path: course.answer(exercise), text };
            let demands = Demands { remembered: true, ..Demands::default() };
            let started = Instant::now();
            let verdict = workshop.judge(exercise, &source, demands, &Cancel::new(), &|_| ())?;
            Ok((started.elapsed(), verdict))
        };

        let mistaken = format!("{text}{MISTAKE}");
        let error = measure(
            || rustc.metadata(exercise, &mistaken),
            || {
                let (time, verdict) = judge(&mistaken)?;
                ensure!(verdict.finding_name().as_deref() == Some("compile: E0382"), "{verdict:?}");
                Ok(time)
            },
        )?;
        let judges: Vec<&str> = exercise.judges.iter().map(|judge| judge.name()).collect();
        println!("{} ({})", exercise.name, judges.join(", "));
        show("first compile error", error);
        // Some hidden tests call what only a model has.
        let tests = match rustc.test(exercise, &text, &tests) {
            Ok(_) => tests,
            Err(_) => {
                println!("  bare rustc compiles only the answer: the hidden tests need a model");
                String::new()
            }
        };
        let save = std::cell::Cell::new(0);
        let after = |change: &dyn Fn(u32) -> String| {
            measure(
                || rustc.test(exercise, &text, &tests),
                || {
                    save.set(save.get() + 1);
                    let (time, verdict) = judge(&format!("{text}{}", change(save.get())))?;
                    ensure!(verdict.is_pass(), "{verdict:?}");
                    Ok(time)
                },
            )
        };
        show("verdict, new interface", after(&|save| format!("\npub struct Save{save};\n"))?);
        show("verdict, new body", after(&|save| format!("\nfn save() {{ let _ = {save}; }}\n"))?);
    }
    Ok(())
}

/// The medians of both, measured in turns.
fn measure(
    floor: impl Fn() -> anyhow::Result<Duration>,
    ours: impl Fn() -> anyhow::Result<Duration>,
) -> anyhow::Result<(Duration, Duration)> {
    let times: Vec<(Duration, Duration)> =
        (0..TIMES).map(|_| Ok((floor()?, ours()?))).collect::<anyhow::Result<_>>()?;
    let median = |mut times: Vec<Duration>| {
        times.sort();
        times[TIMES / 2]
    };
    Ok((median(times.iter().map(|pair| pair.0).collect()), median(times.iter().map(|pair| pair.1).collect())))
}

fn show(what: &str, (floor, ours): (Duration, Duration)) {
    let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
    let (floor, ours) = (milliseconds(floor), milliseconds(ours));
    println!("  {what:<22} {floor:>7.0} ms   {ours:>7.0} ms  {:>5.2}", ours / floor);
}

/// The compiler alone.
struct Rustc {
    program: PathBuf,
    /// Where std lies as a shared library.
    shared_std: PathBuf,
    /// The libraries of the judges and of crates, by name.
    libraries: Value,
}

impl Rustc {
    fn find(root: &Path) -> anyhow::Result<Self> {
        let record = std::env::var_os("THREADLINGS_JUDGES").map_or_else(|| root.join("target/judges"), PathBuf::from);
        let record: Value = serde_json::from_slice(&std::fs::read(record.join("judges.json"))?)?;
        let path = |key: &str| record[key].as_str().map(PathBuf::from).with_context(|| format!("no {key}"));
        Ok(Rustc {
            program: path("sysroot")?.join("bin/rustc"),
            shared_std: path("shared_std")?,
            libraries: record["libraries"].clone(),
        })
    }

    fn metadata(&self, exercise: &Exercise, text: &str) -> anyhow::Result<Duration> {
        let folder = tempfile::tempdir()?;
        std::fs::write(folder.path().join("answer.rs"), text)?;
        let mut command = self.command(exercise, folder.path());
        command.args(["answer.rs", "--crate-type=lib", "--emit=metadata"]);
        let started = Instant::now();
        ensure!(!command.status()?.success(), "the mistake is none");
        Ok(started.elapsed())
    }

    fn test(&self, exercise: &Exercise, text: &str, tests: &str) -> anyhow::Result<Duration> {
        let folder = tempfile::tempdir()?;
        // Some tests name several judges; to libtest that is one test.
        let tests = ["native", "schedules", "orderings"]
            .iter()
            .fold(tests.to_owned(), |tests, judge| tests.replace(&format!("#[{judge}]\n"), "#[test]\n"));
        let tests = tests.replace("#[test]\n#[test]\n", "#[test]\n");
        let text = format!("{text}\nextern crate self as exercise;\nmod tests {{\n{tests}\n}}\n");
        std::fs::write(folder.path().join("answer.rs"), text)?;
        let mut command = self.command(exercise, folder.path());
        command.args(["answer.rs", "--test", "-o", "answer"]);
        if tests.contains("harness") {
            command.arg("--extern").arg(format!("harness={}", self.library("threadlings_native")?.display()));
        }
        let started = Instant::now();
        ensure!(command.status()?.success(), "bare rustc does not compile `{}` with its tests", exercise.name);
        let mut run = Command::new(folder.path().join("answer"));
        run.env("LD_LIBRARY_PATH", &self.shared_std).env("DYLD_LIBRARY_PATH", &self.shared_std);
        // Probes that a judge runs in a process of its own may disturb one another here.
        run.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
        Ok(started.elapsed())
    }

    fn command(&self, exercise: &Exercise, folder: &Path) -> Command {
        let mut command = Command::new(&self.program);
        command.args(["--edition=2024", "-Awarnings"]).current_dir(folder).stdin(Stdio::null()).stderr(Stdio::null());
        for name in &exercise.crates {
            let library = self.library(name).unwrap_or_default();
            command.arg("--extern").arg(format!("{name}={}", library.display()));
        }
        if let Some(folder) = self.library("threadlings_native").ok().as_deref().and_then(Path::parent) {
            let deps = if folder.ends_with("deps") { folder.to_owned() } else { folder.join("deps") };
            command.arg("-L").arg(format!("dependency={}", deps.display()));
        }
        command
    }

    fn library(&self, name: &str) -> anyhow::Result<PathBuf> {
        self.libraries[name].as_str().map(PathBuf::from).with_context(|| format!("{name} is not built"))
    }
}
