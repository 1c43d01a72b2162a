//! Every screen at three sizes. `cargo insta review`, or `INSTA_UPDATE=always cargo test`, takes new ones over.

use std::path::PathBuf;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use threadlings_report::{Explored, Extent, Finding, Kind};

use super::super::event::Event;
use super::super::sample;
use super::*;
use crate::progress::Progress;
use crate::source::Source;
use crate::verdict::{Failure, Proof, Shown, Verdict};

const SIZES: [(u16, u16); 3] = [(80, 24), (40, 12), (20, 5)];

fn state(size: (u16, u16)) -> State {
    let course = sample::course();
    let first = course.exercises().next().unwrap().clone();
    State::new(course, Progress::default(), &first, size, true)
}

fn press(state: &mut State, keys: &str) {
    for key in keys.chars() {
        state.on(Event::Key(KeyEvent::new(KeyCode::Char(key), KeyModifiers::NONE)));
    }
}

fn save(state: &mut State, text: &str) {
    let path = PathBuf::from("/course/exercises/01_threads/spawn_and_join.rs");
    state.on(Event::Read(Ok(Source { path, text: text.into() })));
}

fn judge(state: &mut State, check: u64, verdict: Verdict) {
    save(state, "fn main() {}");
    state.on(Event::Judged { check, result: Ok(verdict) });
}

fn failure() -> Verdict {
    let mut finding = Finding::new(Kind::WrongResult, "an addition was lost: `total()` is 1 after two additions");
    finding.details = (1..30).map(|row| format!("detail {row}")).collect();
    Verdict::Fail(Box::new(Failure {
        at: "test".into(),
        about: "Two additions both count.".into(),
        judge: Some(Judge::Schedules),
        finding,
        compiler: None,
        program: None,
        shown: Proof::default(),
    }))
}

/// Five tests over schedules.
fn proof() -> Proof {
    let shown = |(test, about, executions): (&str, &str, u64)| Shown {
        test: test.into(),
        about: about.into(),
        judge: Judge::Schedules,
        explored: Explored { executions, extent: Extent::Everything, threads: 3 },
    };
    let tests = [
        ("two_jobs", "Two jobs: when `run_all` returns, both have run to their end.", 20),
        ("jobs_run_at_the_same_time", "Three jobs that wait for each other: they all finish, at the same time.", 1780),
        ("threads", "Three jobs run on three threads, none of them the thread that called `run_all`.", 13),
        ("one_job", "One job.", 3),
        ("many_jobs", "Many jobs.", 10),
    ];
    Proof { tests: tests.map(shown).into(), ..Proof::default() }
}

const ANSWER: &str = "\
// header
fn work() {
    first();
    second();
    let value = load();
    store(value + 1);
    third();
    fourth();
    fifth();
    sixth();
    seventh();
}
";

fn judge_text(state: &mut State, text: &str, verdict: Verdict) {
    save(state, text);
    state.on(Event::Judged { check: 1, result: Ok(verdict) });
}

/// A failure with an interleaving, in which something was printed.
fn race() -> Verdict {
    let Verdict::Fail(mut failure) = failure() else { unreachable!() };
    failure.finding.details = Vec::new();
    failure.finding.interleaving = Some(sample::interleaving(5));
    failure.finding.output = "one\ntwo\u{1b}[31m\n\tthree\n".into();
    Verdict::Fail(failure)
}

/// Three errors of the compiler.
fn refused() -> Verdict {
    let Verdict::Fail(mut failure) = failure() else { unreachable!() };
    let rendered = |number| {
        format!(
            "\u{1b}[1m\u{1b}[91merror[E038{number}]\u{1b}[0m\u{1b}[1m: use of moved value: `jobs`\u{1b}[0m\n  --> exercises/01_threads/spawn_and_join.rs:{number}:5\n   |\n{number}  |     drop(jobs);\n   |          ^^^^ value used here after move\n\n"
        )
    };
    failure.compiler =
        Some(crate::verdict::CompilerErrors { code: Some("E0382".into()), rendered: (2..5).map(rendered).collect() });
    Verdict::Fail(failure)
}

fn screen(state: &State) -> String {
    let (columns, rows) = state.size;
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    terminal.draw(|frame| draw(frame, state)).unwrap();
    terminal.backend().to_string()
}

/// Compares the screen with its snapshot at each of the sizes.
fn check(name: &str, prepare: impl Fn(&mut State)) {
    for (columns, rows) in SIZES {
        let mut state = state((columns, rows));
        prepare(&mut state);
        insta::assert_snapshot!(format!("{name}_{columns}x{rows}"), screen(&state));
    }
}

#[test]
fn start() {
    check("start", |_| {});
}

#[test]
fn preparing() {
    check("preparing", |state| {
        save(state, "fn main() {}");
        state.on(Event::Stage { check: 1, stage: Stage::Preparing });
    });
}

#[test]
fn fail() {
    check("fail", |state| judge(state, 1, failure()));
}

#[test]
fn fail_scrolled() {
    check("fail_scrolled", |state| {
        judge(state, 1, failure());
        press(state, "jjj");
    });
}

#[test]
fn checking_again() {
    check("checking_again", |state| {
        judge(state, 1, failure());
        save(state, "fn main() { todo!() }");
        state.on(Event::Stage { check: 2, stage: Stage::Judging });
    });
}

#[test]
fn pass() {
    check("pass", |state| judge(state, 1, Verdict::Pass(proof())));
}

#[test]
fn pass_with_all_that_held() {
    check("pass_with_all_that_held", |state| {
        judge(state, 1, Verdict::Pass(proof()));
        press(state, "a");
    });
}

#[test]
fn everything_solved() {
    check("everything_solved", |state| {
        for exercise in state.course.clone().exercises() {
            state.progress.solve(exercise);
        }
        judge(state, 1, Verdict::Pass(Proof::default()));
    });
}

#[test]
fn not_solved_yet() {
    check("not_solved_yet", |state| press(state, "n"));
}

#[test]
fn hints() {
    check("hints", |state| press(state, "hh"));
}

#[test]
fn all_hints() {
    check("all_hints", |state| press(state, "hhh"));
}

#[test]
fn list() {
    check("list", |state| {
        state.progress.solve(&sample::exercise("move_into_thread"));
        press(state, "ljj");
    });
}

#[test]
fn list_searched() {
    check("list_searched", |state| press(state, "l/lock"));
}

#[test]
fn list_that_keeps_a_search() {
    let mut state = state((80, 24));
    press(&mut state, "l/lock");
    state.on(Event::Key(KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE)));
    let screen = screen(&state);
    assert!(screen.contains("/ lock"), "{screen}");
}

#[test]
fn list_filtered() {
    check("list_filtered", |state| {
        state.progress.solve(&sample::exercise("move_into_thread"));
        press(state, "lf");
    });
}

#[test]
fn list_without_a_hit() {
    check("list_without_a_hit", |state| press(state, "l/xyz"));
}

#[test]
fn walk() {
    check("walk", |state| {
        judge_text(state, ANSWER, race());
        press(state, "tjj");
    });
}

#[test]
fn walk_at_its_end() {
    check("walk_at_its_end", |state| {
        judge_text(state, ANSWER, race());
        press(state, "t");
        state.on(Event::Traced { check: 1, interleaving: Some(Box::new(sample::interleaving(9))) });
        press(state, "jjjjjjjjjj");
    });
}

#[test]
fn output() {
    check("output", |state| {
        judge_text(state, ANSWER, race());
        press(state, "o");
    });
}

#[test]
fn compile_errors() {
    check("compile_errors", |state| judge(state, 1, refused()));
}

#[test]
fn all_compile_errors() {
    check("all_compile_errors", |state| {
        judge(state, 1, refused());
        press(state, "a");
    });
}

#[test]
fn diff() {
    check("diff", |state| {
        judge_text(state, ANSWER, Verdict::Pass(Proof::default()));
        press(state, "d");
        let solution = ANSWER.replace("let value = load();", "let guard = lock();\n    let value = *guard;");
        state.on(Event::Solution(Ok(solution.replace("    store(value + 1);\n", ""))));
    });
}

#[test]
fn help() {
    check("help", |state| press(state, "?"));
}

#[test]
fn reset_question() {
    check("reset_question", |state| press(state, "x"));
}

#[test]
fn file_missing() {
    check("file_missing", |state| {
        let reason = "exercises/01_threads/spawn_and_join.rs is not there.";
        state.on(Event::Read(Err(reason.into())));
    });
}

#[test]
fn watcher_failed() {
    check("watcher_failed", |state| {
        state.on(Event::WatcherFailed("too many open files".into()));
    });
}

#[test]
fn save_unreported() {
    check("save_unreported", |state| {
        state.on(Event::SaveUnreported);
    });
}

#[test]
fn trouble() {
    check("trouble", |state| {
        save(state, "fn main() {}");
        state.on(Event::Judged { check: 1, result: Err("rustc was not found. Install it with rustup.".into()) });
    });
}

#[test]
fn no_terminal_is_too_small() {
    for columns in [1, 2, 3, 7, 8, 13, 20, 29] {
        for rows in [1, 2, 3, 5, 9, 10, 11] {
            let mut state = state((columns, rows));
            judge(&mut state, 1, race());
            screen(&state);
            for page in ["l", "l/lock", "?", "h", "t", "o", "a", "d"] {
                press(&mut state, page);
                screen(&state);
                state.on(Event::Key(KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE)));
                state.on(Event::Key(KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE)));
            }
        }
    }
}

#[test]
fn without_colours_there_are_none() {
    let mut state = state((80, 24));
    state.colourful = false;
    judge(&mut state, 1, failure());
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    terminal.draw(|frame| draw(frame, &state)).unwrap();
    let cells = &terminal.backend().buffer().content;
    assert!(cells.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
}
