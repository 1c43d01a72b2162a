//! The commands, called as a script or a pipe calls them.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use crate::support::{Called, Clone, prepare_judges};

const ANSWER: &str = "exercises/01_threads/spawn_and_join.rs";
const SOLUTION: &str = "solutions/01_threads/spawn_and_join.rs";
const PROGRESS: &str = ".threadlings/progress.toml";

#[test]
fn run_tells_by_its_exit_code_and_keeps_a_pass() {
    prepare_judges();
    let clone = Clone::new();
    let called = clone.call(&["run"]);
    assert_eq!(called.code, Some(1), "{}", called.err);
    assert!(called.out.starts_with("✗ "), "{}", called.out);

    // A file named on the command line is judged and changes nothing.
    let called = clone.call(&["run", "spawn_and_join", "--file", SOLUTION]);
    assert_eq!(called.code, Some(0), "{}{}", called.out, called.err);
    assert!(!clone.path(PROGRESS).exists());
    assert_eq!(clone.call(&["solution", "spawn_and_join"]).code, Some(2));

    clone.save(ANSWER, &clone.read(SOLUTION));
    let called = clone.call(&["run", "spawn_and_join"]);
    assert_eq!(called.code, Some(0), "{}", called.out);
    assert!(called.out.starts_with("✓ "));
    assert!(clone.read(PROGRESS).contains("spawn_and_join"));
    assert!(clone.call(&["list"]).out.contains("✓ spawn_and_join"));
    assert_eq!(clone.call(&["solution", "spawn_and_join"]).out, clone.read(SOLUTION));
}

#[test]
fn run_works_from_a_subfolder_and_gives_json() {
    prepare_judges();
    let clone = Clone::new();
    let mut command = clone.command(&["run", "spawn_and_join", "--format", "json"]);
    let called = Called::from(command.current_dir(clone.path("exercises/01_threads")).output().unwrap());
    assert_eq!(called.code, Some(1), "{}", called.err);
    let report: serde_json::Value = serde_json::from_str(&called.out).unwrap();
    assert_eq!(report["pass"], false);
    assert_eq!(report["exercise"], "spawn_and_join");
}

#[test]
fn an_interleaving_is_data_in_json_and_whole_with_trace() {
    prepare_judges();
    let clone = Clone::new();
    let file = clone.path("checker/hidden/02_shared_state/mutex_counter/wrong/atomic_for_each_player.rs");
    let run =
        |more: &[&str]| clone.call(&[&["run", "mutex_counter", "--file", file.to_str().unwrap()], more].concat()).out;
    let report: serde_json::Value = serde_json::from_str(&run(&["--format", "json"])).unwrap();
    assert!(report["headline"].as_str().unwrap().starts_with("`total()` returned 41"), "{}", report["headline"]);
    let interleaving = &report["verdict"]["fail"]["finding"]["interleaving"];
    assert_eq!(interleaving["lanes"][1]["name"], "thread 1");
    let steps = interleaving["steps"].as_array().unwrap();
    let step = steps.iter().find(|step| step["operation"] == "fetch_add" && step["lane"] == 1).unwrap();
    assert_eq!((&step["read"], &step["wrote"]), (&"0".into(), &"1".into()));
    assert_eq!(step["place"]["line"], 24);

    let (short, whole) = (run(&[]), run(&["--trace"]));
    assert!(short.contains("earlier steps") && !short.contains("join"), "{short}");
    assert!(!whole.contains("earlier steps") && whole.contains("join thread 1"), "{whole}");
}

#[test]
fn colours_come_only_when_asked_for() {
    prepare_judges();
    let clone = Clone::new();
    let colours = |arguments: &[&str]| clone.call(arguments).out.contains('\u{1b}');
    assert!(!colours(&["run"]));
    assert!(!colours(&["list"]));
    assert!(colours(&["run", "--color", "always"]));
    assert!(!colours(&["run", "--color", "never"]));
    // A compile error brings rustc's colours with it.
    clone.save(ANSWER, "fn");
    assert!(!colours(&["run"]));
}

#[test]
fn an_unknown_name_brings_the_nearest() {
    let clone = Clone::new();
    for command in ["run", "hint", "reset", "solution"] {
        let called = clone.call(&[command, "spawn_and_jion"]);
        assert_eq!(called.code, Some(2));
        assert!(called.err.starts_with("error: "), "{}", called.err);
        assert!(called.err.contains("Did you mean `spawn_and_join`?"), "{}", called.err);
    }
}

#[test]
fn wrong_usage_and_no_course_are_told_apart_from_failures() {
    let clone = Clone::new();
    assert_eq!(clone.call(&["frobnicate"]).code, Some(2));
    assert_eq!(clone.call(&["run", "--format", "xml"]).code, Some(2));
    assert_eq!(clone.call(&["run", "--file", "nowhere.rs"]).code, Some(2));
    let elsewhere = tempfile::tempdir().unwrap();
    let called = Called::from(clone.command(&["list"]).current_dir(elsewhere.path()).output().unwrap());
    assert_eq!(called.code, Some(2));
    assert!(called.err.contains("info.toml"), "{}", called.err);
    for arguments in [&["--help"][..], &["run", "--help"], &["--version"]] {
        assert_eq!(clone.call(arguments).code, Some(0));
    }
}

#[test]
fn hints_come_one_by_one() {
    let clone = Clone::new();
    for (call, shown) in [(1, 1), (2, 2), (3, 3), (4, 3)] {
        let called = clone.call(&["hint", "mutex_counter"]);
        assert_eq!(called.code, Some(0));
        assert_eq!(called.out.matches("Hint ").count(), shown, "call {call}: {}", called.out);
    }
    assert!(clone.call(&["hint", "mutex_counter"]).out.contains("--spoil"));
}

#[test]
fn reset_asks_keeps_a_copy_and_takes_no_input_for_a_no() {
    let clone = Clone::new();
    let starter = clone.read(ANSWER);
    clone.save(ANSWER, "mine\r\n");
    let called = Called::from(clone.command(&["reset", "spawn_and_join"]).stdin(Stdio::null()).output().unwrap());
    assert_eq!(called.code, Some(1));
    assert_eq!(clone.read(ANSWER), "mine\r\n");

    let mut child =
        clone.command(&["reset", "spawn_and_join"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"y\n").unwrap();
    assert!(child.wait().unwrap().success());
    assert_eq!(clone.read(ANSWER), starter);
    assert_eq!(clone.read(".threadlings/backups/01_threads/spawn_and_join-1.rs"), "mine\r\n");

    fs::remove_file(clone.path(ANSWER)).unwrap();
    assert_eq!(clone.call(&["reset", "spawn_and_join", "--yes"]).code, Some(0));
    assert_eq!(clone.read(ANSWER), starter);
}

#[test]
fn a_solution_is_shown_to_those_who_insist() {
    let clone = Clone::new();
    let called = clone.call(&["solution", "mutex_counter"]);
    assert_eq!(called.code, Some(2));
    assert!(called.err.contains("--spoil"), "{}", called.err);
    assert_eq!(called.out, "");
    assert!(clone.call(&["solution", "mutex_counter", "--spoil"]).out.contains("Mutex"));
}

#[test]
fn progress_that_cannot_be_used_is_said_and_stops_nothing() {
    prepare_judges();
    let clone = Clone::new();
    fs::create_dir(clone.path(".threadlings")).unwrap();
    clone.save(ANSWER, &clone.read(SOLUTION));

    clone.save(PROGRESS, "version = 1\n[exercises.spawn_a");
    let called = clone.call(&["run", "spawn_and_join"]);
    assert_eq!(called.code, Some(0));
    assert!(called.err.contains("progress.broken-1.toml"), "{}", called.err);
    assert!(clone.read(".threadlings/progress.broken-1.toml").ends_with("spawn_a"));
    assert!(clone.read(PROGRESS).contains("[exercises.spawn_and_join]"));

    clone.save(PROGRESS, "version = 99\n");
    let called = clone.call(&["run", "spawn_and_join"]);
    assert_eq!(called.code, Some(0));
    assert!(called.err.contains("newer threadlings"), "{}", called.err);
    assert_eq!(clone.read(PROGRESS), "version = 99\n");

    fs::remove_dir_all(clone.path(".threadlings")).unwrap();
    clone.save(".threadlings", "in the way");
    let called = clone.call(&["run", "spawn_and_join"]);
    assert_eq!(called.code, Some(0));
    assert!(called.err.contains("progress cannot be kept"), "{}", called.err);
}

#[test]
fn a_reader_that_goes_early_is_no_error() {
    let clone = Clone::new();
    let mut child = clone.command(&["list"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut err = String::new();
    BufReader::new(child.stderr.take().unwrap()).read_line(&mut err).unwrap();
    assert_eq!(err, "");
    assert!(child.wait().unwrap().success());
}

#[test]
#[cfg(target_os = "linux")]
fn an_interrupted_run_ends_by_the_signal() {
    use std::os::unix::process::ExitStatusExt;
    use std::time::{Duration, Instant};

    use rustix::process::{Pid, Signal, kill_process};

    use crate::support::{assert_nothing_left, is_at_work};

    prepare_judges();
    let clone = Clone::new();
    let endless =
        "pub type Job = Box<dyn FnOnce() + Send>;\npub fn run_all(_: Vec<Job>) { loop { std::hint::black_box(0); } }\n";
    clone.save(ANSWER, endless);
    let mut child = clone.command(&["run", "spawn_and_join"]).spawn().unwrap();
    let deadline = Instant::now() + Duration::from_secs(60);
    while !is_at_work(child.id()) {
        assert!(Instant::now() < deadline, "the check never began");
        std::thread::sleep(Duration::from_millis(5));
    }
    kill_process(Pid::from_child(&child), Signal::TERM).unwrap();
    assert_eq!(child.wait().unwrap().signal(), Some(Signal::TERM.as_raw()));
    assert_nothing_left(child.id());
}

#[test]
fn progress_is_carried_to_another_clone() {
    let (laptop, desktop) = (Clone::new(), Clone::new());
    let solved = |name: &str| format!("version = 1\n[exercises.{name}]\nsolved = true\nhints = 1\n");
    fs::create_dir_all(laptop.path(".threadlings")).unwrap();
    fs::create_dir_all(desktop.path(".threadlings")).unwrap();
    laptop.save(PROGRESS, &(solved("spawn_and_join") + "[exercises.of_another_course]\nsolved = true\n"));
    desktop.save(PROGRESS, &solved("mutex_counter"));
    let exported = laptop.call(&["progress", "export"]);
    assert_eq!(exported.code, Some(0));
    desktop.save("carried.toml", &exported.out);
    let imported = desktop.call(&["progress", "import", "carried.toml"]);
    assert_eq!((imported.code, imported.err.contains("of_another_course")), (Some(0), true), "{}", imported.err);
    assert!(imported.out.contains("1 more solved, 2 of"), "{}", imported.out);
    // A second time, this time through a pipe, there is nothing new.
    let mut child =
        desktop.command(&["progress", "import", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(exported.out.as_bytes()).unwrap();
    let again = Called::from(child.wait_with_output().unwrap());
    assert!(again.out.contains("0 more solved, 2 of"), "{}", again.out);
    let list: serde_json::Value = serde_json::from_str(&desktop.call(&["list", "--format", "json"]).out).unwrap();
    let exercises = list["chapters"].as_array().unwrap().iter().flat_map(|it| it["exercises"].as_array().unwrap());
    let solved: Vec<_> = exercises.filter(|exercise| exercise["solved"] == true).map(|it| &it["name"]).collect();
    assert_eq!(solved, ["spawn_and_join", "mutex_counter"]);

    let before = desktop.read(PROGRESS);
    for (text, problem) in
        [("version = 7", "newer threadlings"), ("{\"a\": 1}", "holds no progress"), ("\u{0}", "holds no progress")]
    {
        desktop.save("carried.toml", text);
        let refused = desktop.call(&["progress", "import", "carried.toml"]);
        assert_eq!((refused.code, refused.err.contains(problem)), (Some(2), true), "{}", refused.err);
    }
    assert_eq!(desktop.call(&["progress", "import", "nowhere.toml"]).code, Some(2));
    assert_eq!(desktop.read(PROGRESS), before);
}

#[test]
fn completions_and_manual_pages_are_printed_without_a_course() {
    let elsewhere = tempfile::tempdir().unwrap();
    let clone = Clone::new();
    let call =
        |arguments: &[&str]| Called::from(clone.command(arguments).current_dir(elsewhere.path()).output().unwrap());
    for (shell, sign) in [
        ("bash", "complete -F"),
        ("zsh", "#compdef threadlings"),
        ("fish", "complete -c threadlings"),
        ("powershell", "Register-ArgumentCompleter"),
    ] {
        let called = call(&["completions", shell]);
        assert!(called.code == Some(0) && called.out.contains(sign), "{shell}: {}", called.out);
    }
    assert_eq!(call(&["completions", "dos"]).code, Some(2));
    let page = call(&["man"]).out;
    assert!(page.contains(".TH threadlings 1") && page.contains("threadlings\\-run(1)"), "{page}");
    assert!(!page.contains("misuse"), "{page}");
    let page = call(&["man", "run"]).out;
    assert!(page.contains("\\-\\-trace"), "{page}");
    let unknown = call(&["man", "frobnicate"]);
    assert!(unknown.code == Some(2) && unknown.err.contains("no command `frobnicate`"), "{}", unknown.err);
}
