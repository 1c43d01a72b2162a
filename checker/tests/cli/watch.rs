//! The watch mode in a pseudo-terminal, as a learner uses it.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;

use crate::support::{Clone, Terminal, assert_nothing_left};
use rustix::process::Signal;

const ANSWER: &str = "exercises/01_threads/main_exits_first.rs";
const SOLUTION: &str = "solutions/01_threads/main_exits_first.rs";

/// Compiles, and keeps a check busy until its budget is used up.
const ENDLESS: &str = "
pub type Job = Box<dyn FnOnce() -> String + Send>;
pub fn run(_jobs: Vec<Job>) {
    let mut rounds = 0_u64;
    loop {
        rounds = std::hint::black_box(rounds.wrapping_add(1));
    }
}
";

/// Takes a lock twice.
const DEADLOCK: &str = "
    let door = std::sync::Mutex::new(());
    let _first = door.lock().unwrap();
    let _second = door.lock().unwrap();
    unreachable!()
";

/// The first verdict on the starter.
fn started(clone: &Clone) -> Terminal {
    let mut terminal = clone.watch(80, 24);
    terminal.wait_for(&["main_exits_first", "✗ not solved yet", "`main` would end now"]);
    terminal
}

#[test]
fn an_exercise_is_solved_and_the_next_one_opened() {
    let clone = Clone::new();
    let mut terminal = started(&clone);
    assert!(terminal.contents().contains("Welcome"));
    clone.save(ANSWER, &clone.read(SOLUTION));
    terminal.wait_for(&["✓ passes", "main_exits_first is solved", "Compare: solutions/", "Next: ", "Press n."]);
    assert!(clone.read(".threadlings/progress.toml").contains("[exercises.main_exits_first]\nsolved = true"));
    terminal.press("n");
    terminal.wait_for(&["spawn_and_join", "✗ not solved yet", "at the same time"]);
    terminal.press("q");
    assert!(terminal.wait().success());
    assert!(terminal.is_restored());
    // The next start goes on from there.
    clone.watch(80, 24).wait_for(&["spawn_and_join", "✗ not solved yet"]);
}

#[test]
fn a_save_during_a_check_ends_it_and_keys_answer_meanwhile() {
    let clone = Clone::new();
    let mut terminal = started(&clone);
    clone.save(ANSWER, ENDLESS);
    terminal.wait_for(&["exploring schedules"]);
    terminal.press("h");
    terminal.wait_for(&["Hint 1 of 3", "exploring schedules"]);
    terminal.press("h");
    terminal.wait_for(&["Hint 2 of 3"]);
    terminal.press("l");
    terminal.wait_for(&["> → main_exits_first"]);
    terminal.press("?");
    terminal.wait_for(&["this page"]);
    terminal.press("n");
    terminal.wait_for(&["Not solved yet"]);
    clone.save(ANSWER, &clone.read(SOLUTION));
    terminal.wait_for(&["✓ passes"]);
    terminal.press("q");
    assert!(terminal.wait().success());
    assert_nothing_left(terminal.id());
}

#[test]
fn a_deadlocking_save_is_followed_by_a_correct_one() {
    let clone = Clone::new();
    let mut terminal = started(&clone);
    clone.save(
        ANSWER,
        &format!("pub type Job = Box<dyn FnOnce() -> String + Send>;\npub fn run(_: Vec<Job>) {{ {DEADLOCK} }}\n"),
    );
    terminal.wait_for(&["✗ not solved yet", "already holds `door`"]);
    clone.save(ANSWER, &clone.read(SOLUTION));
    terminal.wait_for(&["✓ passes"]);

    // The same on real threads, where only a watchdog notices.
    terminal.press("ljjjjjj\r");
    terminal.wait_for(&["borrow_with_scope", "✗ not solved yet"]);
    let answer = "exercises/01_threads/borrow_with_scope.rs";
    let signature = "pub fn count_matching(_: &[String], _: usize, _: &(dyn Fn(&str) -> bool + Sync)) -> usize";
    clone.save(answer, &format!("{signature} {{ {DEADLOCK} }}\n"));
    terminal.wait_for(&["exploring schedules"]);
    clone.save(answer, &clone.read("solutions/01_threads/borrow_with_scope.rs"));
    terminal.wait_for(&["✓ passes"]);
}

#[test]
fn quitting_during_a_check_leaves_nothing_behind() {
    for (key, signal) in [("q", None), ("\u{3}", None), ("", Some(Signal::TERM)), ("", Some(Signal::HUP))] {
        let clone = Clone::new();
        let mut terminal = started(&clone);
        clone.save(ANSWER, ENDLESS);
        terminal.wait_for(&["exploring schedules"]);
        assert!(!terminal.is_restored());
        terminal.press(key);
        if let Some(signal) = signal {
            terminal.signal(signal);
        }
        let status = terminal.wait();
        assert_eq!(status.signal(), signal.map(Signal::as_raw), "{key:?}");
        assert_eq!(status.code(), if signal.is_some() { None } else { Some(0) }, "{key:?}");
        assert!(terminal.is_restored(), "{key:?} {signal:?}");
        assert_nothing_left(terminal.id());
    }
}

#[test]
fn suspending_hands_the_terminal_to_the_shell_and_back() {
    let clone = Clone::new();
    let mut terminal = clone.shell(80, 24);
    terminal.wait_for(&["shell> "]);
    terminal.press("$THREADLINGS\r");
    terminal.wait_for(&["✗ not solved yet"]);
    terminal.press("\u{1a}");
    let prompts = |screen: &str| screen.trim_end().ends_with("shell>");
    terminal.wait_until("a prompt", prompts);
    assert!(terminal.is_main_screen());
    clone.save(ANSWER, &clone.read(SOLUTION));
    terminal.press("fg\r");
    terminal.wait_for(&["✓ passes"]);
    assert!(!terminal.is_main_screen());
    terminal.press("q");
    terminal.wait_until("a prompt", prompts);
    assert!(terminal.is_main_screen());
    terminal.press("exit\r");
    terminal.wait();
}

#[test]
fn every_way_of_saving_is_noticed() {
    let clone = Clone::new();
    let mut terminal = started(&clone);
    let (answer, solution, starter) = (clone.path(ANSWER), clone.read(SOLUTION), clone.read(ANSWER));

    let beside = answer.with_extension("new");
    fs::write(&beside, &solution).unwrap();
    fs::rename(&beside, &answer).unwrap();
    terminal.wait_for(&["✓ passes"]);

    clone.save(ANSWER, &starter);
    terminal.wait_for(&["✗ does not pass now, but did before"]);

    append(&answer, "\nthis is not Rust\n");
    terminal.wait_for(&["✗ does not pass now", "error: expected"]);

    clone.save(ANSWER, "fn main() {}");
    clone.save(ANSWER, &solution);
    terminal.wait_for(&["✓ passes"]);
}

#[test]
fn whatever_happens_to_the_file_is_said_and_mended() {
    let clone = Clone::new();
    let mut terminal = started(&clone);
    let answer = clone.path(ANSWER);

    fs::remove_file(&answer).unwrap();
    terminal.wait_for(&["✗ cannot be judged", "is not there"]);
    fs::create_dir(&answer).unwrap();
    terminal.wait_for(&["is not a regular file"]);
    terminal.press("x");
    terminal.wait_for(&["y/n"]);
    terminal.press("y");
    terminal.wait_for(&["is a directory. Move it away"]);
    fs::remove_dir(&answer).unwrap();
    fs::write(&answer, b"fn main() {}\n// \xff\n").unwrap();
    terminal.wait_for(&["is not valid UTF-8 (line 2)"]);
    fs::write(&answer, vec![b' '; 10 * 1024 * 1024]).unwrap();
    terminal.wait_for(&["has 10485760 bytes"]);
    terminal.press("x");
    terminal.wait_for(&["y/n"]);
    terminal.press("y");
    terminal.wait_for(&["Your answer was kept as", "✗ not solved yet"]);
    assert_eq!(
        fs::read(&answer).unwrap(),
        fs::read(clone.path("checker/hidden/01_threads/main_exits_first/starter.rs")).unwrap()
    );
    let kept = fs::metadata(clone.path(".threadlings/backups/01_threads/main_exits_first-1.rs")).unwrap();
    assert_eq!(kept.len(), 10 * 1024 * 1024);

    let away = answer.with_file_name("elsewhere.rs");
    fs::rename(&answer, &away).unwrap();
    terminal.wait_for(&["is not there"]);
    fs::rename(&away, &answer).unwrap();
    terminal.wait_for(&["✗ not solved yet"]);
}

#[test]
fn the_screen_fits_every_terminal() {
    let clone = Clone::new();
    let mut terminal = started(&clone);
    terminal.resize(20, 5);
    terminal.wait_for(&["main_exits_first ↓ ✗", "l e r x ? q"]);
    terminal.resize(300, 100);
    terminal.wait_for(&["0 of", "h hint   ", "l list   e edit   r run again"]);
    terminal.resize(40, 12);
    terminal.wait_for(&["✗ not solved yet", "h hint  l list  ? help  q quit"]);
}

#[test]
fn a_second_copy_loses_nothing() {
    let clone = Clone::new();
    let mut first = started(&clone);
    let mut second = started(&clone);
    second.press("ljjj\r");
    second.wait_for(&["results_in_order", "✗ not solved yet"]);
    clone.save(ANSWER, &clone.read(SOLUTION));
    first.wait_for(&["✓ passes"]);
    clone.save("exercises/01_threads/results_in_order.rs", &clone.read("solutions/01_threads/results_in_order.rs"));
    second.wait_for(&["✓ passes", "2 of "]);
    let progress = clone.read(".threadlings/progress.toml");
    assert!(progress.contains("[exercises.main_exits_first]") && progress.contains("[exercises.results_in_order]"));
}

#[test]
fn without_a_terminal_it_says_what_works_without() {
    let clone = Clone::new();
    for arguments in [&[][..], &["watch"], &["watch", "mutex_counter"]] {
        let called = clone.call(arguments);
        assert_eq!(called.code, Some(2));
        assert!(called.err.starts_with("error: ") && called.err.contains("`cargo run -- run`"), "{}", called.err);
        assert_eq!(called.out, "");
    }
}

fn append(path: &Path, text: &str) {
    use std::io::Write;
    fs::OpenOptions::new().append(true).open(path).unwrap().write_all(text.as_bytes()).unwrap();
}
