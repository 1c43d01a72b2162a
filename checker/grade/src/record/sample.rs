//! Records for tests.

use std::collections::BTreeMap;

use super::{
    Answer, Clock, CourseStamp, ExerciseStamp, Feedback, Found, Held, Line, NotGraded, Outcome, Picture, Points,
    Record, Row, SCHEMA, Settings, Share, Student, StudentResult, Trust, TrustLevel,
};
use crate::clean::Plain;
use crate::similarity::Similar;

/// A record without students, over these exercises: chapter, name, points.
pub(crate) fn record(exercises: &[(&str, &str, u32)]) -> Record {
    let exercise = |&(chapter, name, points): &(&str, &str, u32)| ExerciseStamp {
        name: name.into(),
        chapter: chapter.into(),
        chapter_title: chapter.trim_start_matches(|first: char| !first.is_alphabetic()).replace('_', " "),
        possible: Points::whole(points),
    };
    Record {
        schema: SCHEMA.into(),
        course: CourseStamp {
            title: "threadlings".into(),
            fingerprint: "0123456789abcdef".into(),
            exercises: exercises.iter().map(exercise).collect(),
        },
        settings: Settings { version: "0.1.0".into(), ..Settings::default() },
        share: Share::WHOLE,
        notes: Vec::new(),
        students: Vec::new(),
        similar: Vec::new(),
        answers: BTreeMap::new(),
        timing: None,
    }
}

/// An answer that came to that, and nothing else is known about it.
pub(crate) fn answer(outcome: Outcome) -> Answer {
    let trust = Trust { level: TrustLevel::Sealed, missing: Vec::new(), review: Vec::new() };
    Answer { outcome, trust, feedback: Feedback::default(), prints: Vec::new(), timing: None }
}

/// A class of eight with names that no output may stumble over, and an answer of every sort.
pub(crate) fn class() -> Record {
    let mut record = record(&[
        ("01_threads", "spawn_and_join", 10),
        ("02_shared_state", "mutex_counter", 15),
        ("06_waiting", "lost_wakeup", 20),
    ]);
    let held = |times, about: &str| Held { times, about: about.into() };
    let passed = Feedback {
        held: vec![held(1200, "Two jobs: `run_all` <waits> for *both*."), held(5, "No job.")],
        help: "`join` waits.".into(),
        ..Feedback::sentence("Shown: all 1,205 schedules of two threads.")
    };
    keep(&mut record, "spawn_and_join", "aa", Answer { feedback: passed.clone(), ..answer(Outcome::Pass) });
    keep(&mut record, "spawn_and_join", "ab", Answer { feedback: deadlock(), ..answer(Outcome::Fail) });
    let rule = Outcome::Rejected { rule: "the token `unsafe`".into() };
    keep(&mut record, "spawn_and_join", "ac", answer(rule));
    keep(&mut record, "mutex_counter", "ba", Answer { feedback: passed.clone(), ..answer(Outcome::Pass) });
    keep(&mut record, "mutex_counter", "bb", Answer { feedback: refused(), ..answer(Outcome::CompileError) });
    let crashed = Answer { feedback: printed(), ..answer(Outcome::Crashed { signal: Some(11) }) };
    keep(&mut record, "mutex_counter", "bc", crashed);
    let mut flagged = Answer { feedback: passed, ..answer(Outcome::Pass) };
    flagged.trust.review = vec!["It uses a hole in the compiler (rust-lang/rust 25860).".into()];
    keep(&mut record, "lost_wakeup", "ca", flagged);
    keep(&mut record, "lost_wakeup", "cb", answer(Outcome::Timeout { of: Clock::Cpu }));

    let long = "Aurelia ".repeat(38);
    let broken = || Outcome::GraderError { message: "no space left on device".into() };
    let students = [
        ("ada", "Lovelace, Ada", [at("aa"), at("ba"), at("ca")]),
        ("Ada", "\"Ada\" <b>the other</b>", [at("ab"), at("bb"), gone()]),
        ("bob", "=1+1", [at("ab"), at("bc"), Err(broken())]),
        ("chadi", "\u{202e}شادي\u{202c} 🎉", [at("aa"), at("ba"), at("cb")]),
        ("CON", "::error::Con", [at("ac"), Err(broken()), gone()]),
        ("../../eve", "<script>alert(1)</script>", [Err(rejected("a symbolic link")), gone(), gone()]),
        ("long", long.as_str(), [gone(), gone(), gone()]),
        ("mallory", "Mallory | `code` [link](javascript:x)", [gone(), gone(), gone()]),
    ];
    for (id, name, results) in students {
        let exercises = record.course.exercises.clone();
        let results = exercises.iter().zip(results).map(|(exercise, result)| {
            let hash = result.as_ref().ok().map(|hash: &&str| (*hash).to_owned());
            let outcome = match result {
                Ok(hash) => record.answers[&exercise.name][hash].outcome.clone(),
                Err(outcome) => outcome,
            };
            let mut result = StudentResult::new(&exercise.name, outcome, hash);
            result.path = format!("{}/{}.rs", exercise.chapter, exercise.name).into();
            result
        });
        let mut student =
            Student { id: id.into(), name: name.into(), results: results.collect(), ..Student::default() };
        student.submitted = student.results.iter().any(crate::stats::is_handed_in);
        if id == "../../eve" {
            student.notes.push("main.rs is a symbolic link; it was not followed".into());
        }
        record.students.push(student);
    }
    record.similar = vec![Similar {
        exercise: "mutex_counter".into(),
        students: vec!["ada".into()],
        others: vec!["chadi".into()],
        percent: 87,
    }];
    let policy = "due = \"2026-03-01 12:00\"\nlate_per_day = 10\n[[override]]\nstudent = \"bob\"\nexercise = \"mutex_counter\"\npoints = 7.5\nreason = \"explained it in the | oral <exam>\"";
    let times =
        "student,time\nada,2026-02-28\nAda,2026-02-28\nchadi,2026-03-02 18:00\nbob,2026-02-28\nCON,2026-02-28\n";
    judged(&mut record, policy, times);
    record
}

/// Says what everything is worth.
fn judged(record: &mut Record, policy: &str, times: &str) {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), policy).unwrap();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().and_then(std::path::Path::parent).unwrap();
    let course = threadlings::course::Course::read(root).unwrap();
    let policy = crate::policy::Policy::read(file.path(), &course).unwrap();
    policy.apply(record, &crate::class::Times::parse(times.as_bytes(), "times.csv").unwrap());
}

fn keep(record: &mut Record, exercise: &str, hash: &str, answer: Answer) {
    record.answers.entry(exercise.into()).or_default().insert(hash.into(), answer);
}

fn at(hash: &str) -> Result<&str, Outcome> {
    Ok(hash)
}

fn gone() -> Result<&'static str, Outcome> {
    Err(Outcome::NotGraded { because: NotGraded::NothingHandedIn })
}

fn rejected(rule: &str) -> Outcome {
    Outcome::Rejected { rule: rule.into() }
}

fn deadlock() -> Feedback {
    let row = |lane, line, text: &str| Row { lane, line: Some(line), text: text.into(), ..Row::default() };
    let stuck = |lane, line, text: &str, note: &str| Row { note: note.into(), decisive: true, ..row(lane, line, text) };
    Feedback {
        found: Some(Found {
            at: "jobs_run_at_the_same_time".into(),
            kind: "deadlock".into(),
            judge: "schedules".into(),
        }),
        picture: Some(Picture {
            lanes: ["main", "thread 1", "<b>worker</b>"].map(Plain::from).to_vec(),
            rows: vec![
                row(0, 21, "spawn thread 1"),
                row(1, 30, "first.lock → Vec<u8>"),
                row(0, 22, "second.lock → \"a && b\""),
                stuck(1, 31, "second.lock", "stuck: main holds it"),
                stuck(0, 23, "first.lock", "stuck: thread 1 holds it"),
            ],
        }),
        lines: vec![
            Line { number: 23, text: "let first = first.lock().unwrap(); // <script>".into() },
            Line { number: 31, text: "let second = second.lock().unwrap();".into() },
        ],
        output: "::error::hello\n##[command]rm\n<img src=x>\n".into(),
        help: "Each waits for a lock that another of them holds.".into(),
        about: "Two jobs run at the same time.".into(),
        ..Feedback::sentence("deadlock: main waits on line 23 for `first`; thread 1 waits on line 31 for `second`")
    }
}

fn refused() -> Feedback {
    let error = "error[E0373]: closure may outlive the current function\n --> mutex_counter.rs:12:19\n   |\n12 |     spawn(|| *a += 1);\n   |           ^^ may outlive `a`\n";
    Feedback {
        found: Some(Found { at: "compile".into(), kind: "E0373".into(), judge: Plain::default() }),
        compiler: vec![error.into(), "… and 2 more".into()],
        ..Feedback::sentence("closure may outlive the current function")
    }
}

fn printed() -> Feedback {
    Feedback {
        found: Some(Found { at: "counts".into(), kind: "crash".into(), judge: "native".into() }),
        output: "```\n# not a heading\n]]>\n".into(),
        details: vec!["It happened while main waited.".into()],
        ..Feedback::sentence("your code ended the process by signal 11")
    }
}
