//! The corpus of attacks: every file in `attacks` is handed in by a student of its own, and the whole class is graded.
//!
//! Nobody gets points, each ends as its file says, nothing is read or written that should not be, no process stays, and
//! every report can be read without harm.

mod attack;

use std::fs;
use std::net::{TcpListener, UdpSocket};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use attack::Attack;

/// What must not be in any report: it stands in a file of the instructor's, and in the grader's environment.
const SECRET: &str = "threadlings-secret-4c1d7e9a-do-not-tell";

/// A number that processes of attacks have among their arguments.
const MARK: &str = "31337";

/// The layers that THREATS and the guide speak of; each has to stop something.
const LAYERS: [&str; 11] =
    ["compile", "flags", "ingest", "landlock", "limit", "lint", "process", "report", "result", "scan", "seal"];

#[test]
fn no_attack_gets_points_and_none_does_harm() {
    let folder = tempfile::tempdir().unwrap();
    let [class, out, target] = ["class", "out", "target"].map(|name| folder.path().join(name));
    for folder in [&class.join("compile"), &class.join("others"), &out, &target] {
        fs::create_dir_all(folder).unwrap();
    }
    let secret = folder.path().join("secret.txt");
    fs::write(&secret, SECRET).unwrap();
    fs::write(target.join("precious"), "stays").unwrap();
    let tcp = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = tcp.local_addr().unwrap().port();
    let udp = UdpSocket::bind(("127.0.0.1", port)).unwrap();
    let unix = UnixListener::bind(target.join("socket")).unwrap();
    tcp.set_nonblocking(true).unwrap();
    udp.set_nonblocking(true).unwrap();
    unix.set_nonblocking(true).unwrap();

    let attacks = attack::all();
    assert!(attacks.len() >= 60, "only {} attacks", attacks.len());
    for layer in LAYERS {
        assert!(attacks.iter().any(|attack| attack.layer == layer), "nothing tries the layer {layer}");
    }
    let places = [
        ("@SECRET@", secret.display().to_string()),
        ("@TARGET@", target.display().to_string()),
        ("@CLASS@", class.join("others").display().to_string()),
        ("@COURSE@", course().display().to_string()),
        ("@PORT@", port.to_string()),
    ];
    for attack in &attacks {
        attack.hand_in(&class.join(attack.class()), &places);
    }
    // What is too much for the compiler is told by the clock, so that clock is set short; for nobody else.
    for (name, options) in [("compile", &["--compile-seconds", "3"][..]), ("others", &[])] {
        let attacks: Vec<&Attack> = attacks.iter().filter(|attack| attack.class() == name).collect();
        let wrong = grade(&class.join(name), &out.join(name), options, &attacks);
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    let left: Vec<_> = fs::read_dir(&target).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "only what was there is there: {left:?}");
    assert_eq!(fs::read_to_string(target.join("precious")).unwrap(), "stays");
    assert!(tcp.accept().is_err() && unix.accept().is_err() && udp.recv(&mut [0]).is_err(), "somebody called");
    assert_eq!(processes_left(folder.path()), Vec::<String>::new());
    for file in files(&out) {
        if !file.components().any(|part| part.as_os_str() == ".threadlings") {
            let bytes = fs::read(&file).unwrap();
            if let Some(harm) = harm(&bytes) {
                panic!("{} holds {harm}", file.display());
            }
        }
    }
}

/// Grades a class of attacks; tells which did not end as their files say.
fn grade(class: &Path, out: &Path, options: &[&str], attacks: &[&Attack]) -> Vec<String> {
    let mut grade = Command::new(env!("CARGO_BIN_EXE_threadlings-grade"));
    grade.arg("grade").arg(class).arg("--out").arg(out).args(options);
    for exercise in attack::exercises(attacks) {
        grade.args(["--only", &exercise]);
    }
    let graded = grade.current_dir(course()).env("THREADLINGS_SECRET", SECRET).stdin(Stdio::null()).output().unwrap();
    let said = String::from_utf8_lossy(&graded.stderr);
    assert!(graded.status.success(), "{said}");
    assert!(!said.contains(SECRET) && !String::from_utf8_lossy(&graded.stdout).contains(SECRET));
    let record: Value = serde_json::from_slice(&fs::read(out.join("gradebook.json")).unwrap()).unwrap();
    attacks.iter().filter_map(|attack| difference(attack, &record)).collect()
}

/// How an attack ended, if it is not as its file says.
fn difference(attack: &Attack, record: &Value) -> Option<String> {
    let student = record["students"].as_array()?.iter().find(|student| student["id"] == attack.student());
    let results = student.and_then(|student| student["results"].as_array());
    let result = results.and_then(|results| results.iter().find(|result| result["exercise"] == attack.exercise));
    let Some(result) = result else { return Some(format!("{}: no result", attack.student())) };
    let answer = &record["answers"][&attack.exercise][result["answer"].as_str().unwrap_or_default()];
    let outcome = result["outcome"]["is"].as_str().unwrap_or_default();
    let headline = answer["feedback"]["headline"].as_str().unwrap_or_default();
    if !attack.outcomes().any(|expected| expected == outcome) {
        let expected = &attack.outcome;
        return Some(format!("{}: {} ({headline}), not {expected}", attack.student(), result["outcome"]));
    }
    let points = result["score"]["final"].as_f64().or(result["score"]["raw"].as_f64());
    if let Some(points) = points.filter(|points| *points > 0.0) {
        return Some(format!("{}: got {points} points", attack.student()));
    }
    if let Some(never) = &attack.never
        && answer["feedback"].to_string().contains(never.as_str())
    {
        return Some(format!("{}: came through: {}", attack.student(), answer["feedback"]));
    }
    if let Some(review) = &attack.review
        && !answer["trust"]["review"].to_string().contains(review.as_str())
    {
        return Some(format!("{}: no person is asked to look at it", attack.student()));
    }
    None
}

/// What would do harm to somebody who reads the file.
fn harm(bytes: &[u8]) -> Option<&'static str> {
    let text = String::from_utf8_lossy(bytes);
    let escaped = text.to_lowercase();
    [
        (text.contains(SECRET), "the secret"),
        (text.contains(['\u{1b}', '\u{9b}']) || escaped.contains("\\u001b"), "an escape sequence"),
        (text.contains(['\u{202e}', '\u{2066}']) || escaped.contains("\\u202e"), "a mark that turns text round"),
        (text.contains(['\u{fffe}', '\u{ffff}']), "what is no character in XML"),
    ]
    .into_iter()
    .find_map(|(harmful, what)| harmful.then_some(what))
}

/// Processes that attacks have started, or that work for this class.
fn processes_left(folder: &Path) -> Vec<String> {
    let folder = folder.display();
    let mut left = Vec::new();
    for entry in fs::read_dir("/proc").unwrap().flatten() {
        let read = |file: &str| fs::read(entry.path().join(file)).unwrap_or_default();
        let command = String::from_utf8_lossy(&read("cmdline")).replace('\0', " ");
        // Not those of other tests, which run at the same time.
        if command.split(' ').any(|word| word == MARK || word.starts_with(&format!("{folder}/"))) {
            left.push(command);
        }
    }
    left
}

fn course() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        match entry.path() {
            path if path.is_dir() => found.extend(files(&path)),
            path => found.push(path),
        }
    }
    found
}
