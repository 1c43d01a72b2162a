//! The examples in the documentation of the harness: each is judged as an exercise is, by every judge that its tests
//! name, one judge at a time. Its solution must pass, and its wrong answers must fail as they declare: so each probe is
//! tripped by code that must trip it, and left alone by code that must not.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{self, Clone};

/// The judges that hidden tests can name.
const JUDGES: [&str; 3] = ["native", "schedules", "orderings"];

/// An example as one judge sees it, and what must come of one of its answers.
struct Case {
    exercise: String,
    answer: PathBuf,
    /// The finding, or `pass`.
    expected: String,
}

#[test]
fn examples_do_what_they_say() {
    support::prepare_judges();
    let course = Clone::new();
    let cases = course_of_examples(&course);
    assert!(cases.len() > 40, "the examples are gone");
    let difference = |case: &Case| {
        let found = judge(&course, case);
        let (exercise, answer, expected) = (&case.exercise, case.answer.display(), &case.expected);
        (found != *expected).then(|| format!("{exercise}: {answer}: {found}, not {expected}"))
    };
    // One after the other: some are found out by a clock, and other tests are at work beside this one.
    let wrong: Vec<String> = cases.iter().filter_map(difference).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Turns the examples into the exercises of a course, one for each judge, and says what is to be judged.
fn course_of_examples(course: &Clone) -> Vec<Case> {
    let mut info = "format = 1\ntitle = \"\"\nwelcome = \"\"\nfarewell = \"\"\n\
                    [[chapter]]\ndirectory = \"examples\"\ntitle = \"\"\n"
        .to_owned();
    let mut cases = Vec::new();
    for example in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("harness/examples")) {
        let tests = fs::read_to_string(example.join("tests.rs")).unwrap();
        for judge in JUDGES.into_iter().filter(|judge| tests.contains(&attribute(judge))) {
            let name = format!("{}_by_{judge}", example.file_name().unwrap().to_str().unwrap());
            let others = JUDGES.into_iter().filter(|other| *other != judge);
            let tests = others.fold(tests.clone(), |tests, other| tests.replace(&attribute(other), ""));
            let hidden = course.path(&format!("checker/hidden/examples/{name}"));
            let solution = course.path(&format!("solutions/examples/{name}.rs"));
            for folder in [&hidden, solution.parent().unwrap()] {
                fs::create_dir_all(folder).unwrap();
            }
            fs::write(hidden.join("tests.rs"), tests).unwrap();
            fs::copy(example.join("solution.rs"), solution).unwrap();
            fs::copy(example.join("solution.rs"), hidden.join("starter.rs")).unwrap();
            let mut judges = vec![judge];
            if example.join("misuse").is_dir() {
                judges.push("misuse");
                fs::create_dir(hidden.join("misuse")).unwrap();
                for program in files(&example.join("misuse")) {
                    fs::copy(&program, hidden.join("misuse").join(program.file_name().unwrap())).unwrap();
                }
            }
            let more = fs::read_to_string(example.join("info.toml")).unwrap_or_default();
            info += &format!(
                "[[chapter.exercise]]\nname = \"{name}\"\njudges = {judges:?}\npoints = 1\nstarter = \"a: b\"\n\
                 hints = [\"\", \"\", \"\"]\nwhy = \"\"\nunsafe_code = true\n{more}"
            );
            let case = |answer: PathBuf, expected| Case { exercise: name.clone(), answer, expected };
            cases.push(case(example.join("solution.rs"), "pass".into()));
            cases.extend(files(&example.join("wrong")).into_iter().map(|answer| {
                let expected = declared(&answer);
                case(answer, expected)
            }));
        }
    }
    fs::write(course.path("info.toml"), info).unwrap();
    cases
}

fn attribute(judge: &str) -> String {
    format!("#[{judge}]\n")
}

fn declared(answer: &Path) -> String {
    let text = fs::read_to_string(answer).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("// finding: "));
    line.unwrap_or_else(|| panic!("{} declares no finding", answer.display())).to_owned()
}

fn judge(course: &Clone, case: &Case) -> String {
    let called = course.call(&["run", &case.exercise, "--format", "json", "--file", case.answer.to_str().unwrap()]);
    let Ok(report) = serde_json::from_str::<serde_json::Value>(&called.out) else {
        return format!("no report; {}", called.err);
    };
    if report["pass"] == true {
        return "pass".into();
    }
    let failure = &report["verdict"]["fail"];
    match failure["compiler"]["code"].as_str() {
        Some(code) => format!("compile: {code}"),
        None => format!("{}: {}", failure["at"].as_str().unwrap(), failure["finding"]["kind"].as_str().unwrap()),
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}
