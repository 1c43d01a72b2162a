use std::path::Path;

use super::*;
use crate::class::{Roster, Times};
use crate::record::{Clock, StudentResult, sample};

const DUE: &str = "due = \"2026-03-01 12:00\"\nlate_per_day = 10\n";

fn course() -> Course {
    Course::read(Path::new(env!("CARGO_MANIFEST_DIR")).parent().and_then(Path::parent).unwrap()).unwrap()
}

fn policy(text: &str) -> Result<Policy, String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    let shown = file.path().display().to_string();
    Policy::read(file.path(), &course()).map_err(|error| error.to_string().replace(&shown, "policy.toml"))
}

/// A record in which `ada` and `Bob` have handed in `spawn_and_join` with these outcomes.
fn record(ada: Outcome, bob: Outcome) -> Record {
    let result = |outcome| vec![StudentResult::new("spawn_and_join", outcome, None)];
    let student = |id: &str, outcome| Student {
        id: id.into(),
        name: id.into(),
        submitted: true,
        results: result(outcome),
        ..Student::default()
    };
    Record {
        students: vec![student("Bob", bob), student("ada", ada)],
        ..sample::record(&[("01_threads", "spawn_and_join", 10)])
    }
}

fn times(text: &str) -> Times {
    Times::parse(text.as_bytes(), "times.csv").unwrap()
}

fn final_points(record: &Record, id: &str) -> Option<f64> {
    let student = record.students.iter().find(|student| student.id.as_str() == id).unwrap();
    student.results[0].score.counts.map(f64::from)
}

#[test]
fn an_outcome_is_worth_all_or_nothing_or_is_not_decided() {
    let cases = [
        (Outcome::Pass, Some(10.0)),
        (Outcome::Fail, Some(0.0)),
        (Outcome::CompileError, Some(0.0)),
        (Outcome::Rejected { rule: "unsafe".into() }, Some(0.0)),
        (Outcome::Timeout { of: Clock::Cpu }, Some(0.0)),
        (Outcome::Crashed { signal: Some(11) }, Some(0.0)),
        (Outcome::NotGraded { because: NotGraded::NothingHandedIn }, Some(0.0)),
        (Outcome::NotGraded { because: NotGraded::Stopped }, None),
        (Outcome::GraderError { message: "disk full".into() }, None),
        (Outcome::Skipped { because: "x".into() }, None),
    ];
    for (outcome, expected) in cases {
        let mut record = record(outcome.clone(), Outcome::Pass);
        Policy::default().apply(&mut record, &Times::default());
        assert_eq!(final_points(&record, "ada"), expected, "{outcome:?}");
        assert_eq!(record.students[1].pending, u32::from(expected.is_none()), "{outcome:?}");
    }
}

#[test]
fn points_and_weights_go_by_exercise_before_chapter() {
    let cases = [
        ("", 10.0),
        ("[points]\n01_threads = 4\n", 4.0),
        ("[points]\n01_threads = 4\nspawn_and_join = 7\n", 7.0),
        ("[weights]\n01_threads = 0.25\n", 2.5),
        ("[points]\nspawn_and_join = 7\n[weights]\n01_threads = 3\nspawn_and_join = 0\n", 0.0),
    ];
    for (text, expected) in cases {
        let mut record = record(Outcome::Pass, Outcome::Pass);
        policy(text).unwrap().apply(&mut record, &Times::default());
        assert_eq!(final_points(&record, "ada"), Some(expected), "{text}");
        assert_eq!(record.course.exercises[0].possible, expected.into(), "{text}");
    }
}

#[test]
fn lateness_extensions_and_overrides_decide_in_this_order() {
    let late = "student,time\nada,2026-03-03 13:00\nBob,2026-03-03 13:00\n";
    let cases = [
        ("", Some(7.0), "three days have begun"),
        ("grace = \"2d 2h\"", Some(10.0), "within the grace"),
        ("late_most = 20", Some(8.0), "no more than the most"),
        ("[deadlines]\n01_threads = \"2026-03-03 12:00\"", Some(9.0), "the chapter has its own deadline"),
        ("[[extension]]\nstudent = \"ada\"\ndays = 1", Some(8.0), "one day more"),
        ("[[extension]]\nstudent = \"ADA\"\nchapter = \"01_threads\"\ndays = 9", Some(10.0), "names but for case"),
        ("[[extension]]\nstudent = \"ada\"\nexercise = \"mutex_counter\"\ndays = 9", Some(7.0), "another exercise"),
        ("[[extension]]\nstudent = \"ada\"\nuntil = \"2026-03-02\"", Some(9.0), "until then"),
        ("[[extension]]\nstudent = \"ada\"\nuntil = \"2026-02-02\"", Some(7.0), "an extension never takes time away"),
        (
            "[[override]]\nstudent = \"ada\"\nexercise = \"spawn_and_join\"\npoints = 8.5\nreason = \"oral\"",
            Some(8.5),
            "lateness does not touch what a person decided",
        ),
    ];
    for (text, expected, why) in cases {
        let mut record = record(Outcome::Pass, Outcome::Pass);
        let warnings = policy(&format!("{DUE}{text}")).unwrap().apply(&mut record, &times(late));
        assert_eq!(final_points(&record, "ada"), expected, "{why}");
        assert_eq!(warnings, Vec::<String>::new(), "{why}");
    }
}

#[test]
fn an_override_decides_a_grader_error() {
    let text = "[[override]]\nstudent = \"ada\"\nexercise = \"spawn_and_join\"\npoints = 10\nreason = \"read by hand\"";
    let mut record = record(Outcome::GraderError { message: "x".into() }, Outcome::Fail);
    policy(text).unwrap().apply(&mut record, &Times::default());
    assert_eq!((final_points(&record, "ada"), record.students[1].pending), (Some(10.0), 0));
    assert_eq!(record.students[1].results[0].score.raw, None);
}

#[test]
fn what_an_instructor_should_know_is_said() {
    let text = format!("{DUE}[[extension]]\nstudent = \"eve\"\ndays = 1\n");
    let mut record = record(Outcome::Pass, Outcome::NotGraded { because: NotGraded::NothingHandedIn });
    let warnings = policy(&text).unwrap().apply(&mut record, &times("student,time\nmallory,2026-03-01\n"));
    assert_eq!(
        warnings,
        [
            "there is an extension for `eve`, but no such student",
            "times.csv: there is no student `mallory`",
            "ada: 1 answers have no submission time; they count as in time",
        ]
    );
}

#[test]
fn students_equal_but_for_case_are_not_mixed_up() {
    let ids = ["ada", "Ada", "bob"].map(Plain::from);
    let cases = [("ada", "ada", true), ("Ada", "ada", false), ("ada", "ADA", false), ("bob", "BOB", true)];
    for (id, name, expected) in cases {
        assert_eq!(is_student(&id.into(), name, &ids), expected, "{id} {name}");
    }
}

#[test]
fn a_broken_file_is_refused_with_line_and_remedy() {
    let cases = [
        ("due = \"soon\"", "policy.toml:1: `soon` is no time."),
        ("\nlate_per_day = 101", "policy.toml:2: 101 is not between 0 and 100 percent."),
        ("[points]\nspawn_and_jion = 1", "policy.toml:2: there is no exercise `spawn_and_jion`. Did you mean"),
        ("[points]\nspawn_and_join = -1", "policy.toml:2: -1 is not between 0 and a million."),
        ("[[extension]]\nstudent = \"ada\"", "policy.toml:2: say either `days = 3` or `until"),
        (
            "[[override]]\nstudent = \"ada\"\nexercise = \"spawn_and_join\"\npoints = 1",
            "policy.toml:1: missing field `reason`",
        ),
        ("extensions = 1", "policy.toml:1: unknown field `extensions`"),
        ("due = ", "policy.toml:1:"),
    ];
    for (text, expected) in cases {
        let error = policy(text).unwrap_err();
        assert!(error.starts_with(expected), "{error}\ndoes not start with\n{expected}");
    }
}

#[test]
fn the_roster_names_students_and_adds_those_who_handed_in_nothing() {
    let roster = "\u{feff}Student;Name;Section\nada;\"Lovelace, Ada\";B\ncarol;=1+1;A\n";
    let roster = Roster::parse(roster.as_bytes(), "class.csv").unwrap();
    let mut record = record(Outcome::Pass, Outcome::Pass);
    let warnings = roster.apply(&mut record);
    let names: Vec<_> = record.students.iter().map(|one| (one.id.as_str(), one.name.as_str(), one.submitted)).collect();
    assert_eq!(names, [("Bob", "Bob", true), ("ada", "Lovelace, Ada", true), ("carol", "=1+1", false)]);
    assert_eq!(record.students[1].section.as_str(), "B");
    assert_eq!(record.students[2].results.len(), 1);
    assert_eq!(warnings, ["class.csv: `Bob` is not on the roster"]);
}

#[test]
fn the_roster_means_one_folder_of_two_that_differ_in_case() {
    let named = |roster: &str, ids: &[&str]| {
        let mut record = sample::record(&[("01_threads", "spawn_and_join", 10)]);
        record.students = ids.iter().map(|id| Student { id: (*id).into(), ..Student::default() }).collect();
        let warnings =
            Roster::parse(format!("student,name\n{roster}").as_bytes(), "class.csv").unwrap().apply(&mut record);
        let names: Vec<String> = record.students.iter().map(|one| format!("{}={}", one.id, one.name)).collect();
        (names.join(" "), warnings.len())
    };
    assert_eq!(named("ada,Ada L.\n", &["Ada", "ada"]), ("Ada= ada=Ada L.".into(), 1));
    assert_eq!(named("ada,Ada L.\n", &["ADA"]), ("ADA=Ada L.".into(), 0));
    assert_eq!(named("ada,A\nAda,B\n", &["Ada", "ada"]), ("Ada=B ada=A".into(), 0));
    assert_eq!(named("ada,A\nAda,B\n", &["ADA"]), ("ADA= Ada=B ada=A".into(), 1));
}
