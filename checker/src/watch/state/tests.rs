use std::path::PathBuf;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use threadlings_report::{Finding, Kind};

use super::super::sample;
use super::*;
use crate::verdict::{Failure, Proof};

fn state() -> State {
    let course = sample::course();
    let first = course.exercises().next().unwrap().clone();
    State::new(course, Progress::default(), &first, (80, 24), true)
}

fn press(state: &mut State, key: char) -> Vec<Action> {
    state.on(Event::Key(KeyEvent::new(KeyCode::Char(key), KeyModifiers::NONE)))
}

fn press_code(state: &mut State, code: KeyCode) -> Vec<Action> {
    state.on(Event::Key(KeyEvent::new(code, KeyModifiers::NONE)))
}

fn type_keys(state: &mut State, keys: &str) {
    for key in keys.chars() {
        press(state, key);
    }
}

/// The exercise under the cursor, if it is the list that is shown.
fn cursor(state: &State) -> Option<usize> {
    if let Page::List(list) = &state.page { Some(list.cursor) } else { None }
}

/// A failure with so many steps.
fn race(steps: u32) -> Verdict {
    let Verdict::Fail(mut failure) = failure("a race") else { unreachable!() };
    failure.finding.interleaving = Some(sample::interleaving(steps));
    Verdict::Fail(failure)
}

fn source(text: &str) -> Source {
    Source { path: PathBuf::from("/course/exercises/01_threads/spawn_and_join.rs"), text: text.into() }
}

fn save(state: &mut State, text: &str) -> Vec<Action> {
    state.on(Event::Read(Ok(source(text))))
}

/// The number of the check that was ordered.
fn ordered(actions: &[Action]) -> u64 {
    let [Action::Cancel, Action::Judge(order)] = actions else { panic!("no check was ordered: {actions:?}") };
    order.check
}

fn failure(headline: &str) -> Verdict {
    Verdict::Fail(Box::new(Failure {
        at: "test".into(),
        about: String::new(),
        judge: None,
        finding: Finding::new(Kind::WrongResult, headline),
        compiler: None,
        program: None,
        shown: Proof::default(),
    }))
}

fn pass() -> Verdict {
    Verdict::Pass(Proof::default())
}

fn judged(state: &mut State, check: u64, verdict: Verdict) -> Vec<Action> {
    state.on(Event::Judged { check, result: Ok(verdict) })
}

fn headline(state: &State) -> Option<&str> {
    match &state.answer {
        Answer::Judged(report) => match &report.verdict {
            Verdict::Fail(failure) => Some(&failure.finding.headline),
            Verdict::Pass(_) => Some("passes"),
        },
        _ => None,
    }
}

#[test]
fn a_file_event_without_new_content_starts_nothing() {
    let mut state = state();
    assert_eq!(state.on(Event::FilesChanged), [Action::Look]);
    ordered(&save(&mut state, "one"));
    assert_eq!(save(&mut state, "one"), []);
}

#[test]
fn a_save_during_a_check_replaces_it() {
    let mut state = state();
    let first = ordered(&save(&mut state, "one"));
    let second = ordered(&save(&mut state, "two"));
    judged(&mut state, first, failure("stale"));
    assert_eq!(headline(&state), None);
    assert_eq!(state.stage, Some(Stage::Compiling));
    state.on(Event::Stage { check: first, stage: Stage::Preparing });
    assert_eq!(state.stage, Some(Stage::Compiling));
    judged(&mut state, second, failure("fresh"));
    assert_eq!(headline(&state), Some("fresh"));
    assert_eq!(state.stage, None);
}

#[test]
fn the_verdict_of_another_exercise_is_stale() {
    let mut state = state();
    let check = ordered(&save(&mut state, "one"));
    let actions = state.open(2);
    assert_eq!(actions, [Action::Cancel, Action::KeepOpen("mutex_counter".into()), Action::Look]);
    assert_eq!(judged(&mut state, check, pass()), []);
    assert_eq!(state.progress.count(&state.course), 0);
    assert!(matches!(state.answer, Answer::Unknown));
}

#[test]
fn a_pass_is_kept_and_waits_for_n() {
    let mut state = state();
    let check = ordered(&save(&mut state, "right"));
    assert_eq!(judged(&mut state, check, pass()), [Action::KeepSolved("spawn_and_join".into())]);
    assert_eq!(state.exercise().name, "spawn_and_join");
    press(&mut state, 'n');
    assert_eq!(state.exercise().name, "move_into_thread");
}

#[test]
fn n_before_a_pass_says_so() {
    let mut state = state();
    assert_eq!(press(&mut state, 'n'), []);
    assert!(state.notice.as_deref().unwrap().starts_with("Not solved yet"));
    press(&mut state, 'j');
    assert_eq!(state.notice, None);
    save(&mut state, "one");
    press(&mut state, 'n');
    save(&mut state, "two");
    assert_eq!(state.notice, None);
}

#[test]
fn n_at_the_end_of_everything_stays() {
    let mut state = state();
    for exercise in state.course.clone().exercises() {
        state.progress.solve(exercise);
    }
    assert_eq!(press(&mut state, 'n'), []);
    assert!(state.notice.as_deref().unwrap().starts_with("Everything is solved"));
}

#[test]
fn hints_come_step_by_step_and_a_save_brings_the_verdict_back() {
    let mut state = state();
    save(&mut state, "one");
    for steps in [1, 2, 3, 3] {
        assert_eq!(press(&mut state, 'h'), [Action::KeepHints("spawn_and_join".into(), steps)]);
        assert_eq!(state.page, Page::Hints);
    }
    save(&mut state, "two");
    assert_eq!(state.page, Page::Verdict);
    // Those seen before, first; only then one more.
    assert_eq!(press(&mut state, 'h'), [Action::KeepHints("spawn_and_join".into(), 3)]);
}

#[test]
fn the_list_jumps() {
    let mut state = state();
    press(&mut state, 'l');
    for _ in 0..9 {
        press(&mut state, 'j');
    }
    assert_eq!(cursor(&state), Some(3));
    press(&mut state, 'k');
    let actions = state.on(Event::Key(KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE)));
    assert_eq!(actions[1], Action::KeepOpen("mutex_counter".into()));
    assert_eq!(state.page, Page::Verdict);
}

#[test]
fn the_list_is_searched_and_filtered() {
    let mut state = state();
    state.progress.solve(&sample::exercise("move_into_thread"));
    type_keys(&mut state, "l/lock o");
    assert_eq!(cursor(&state), Some(3));
    // Letters go into the search, whatever else they mean.
    let Page::List(list) = &state.page else { panic!("not in the list") };
    assert_eq!(list.search, "lock o");
    press_code(&mut state, KeyCode::Enter);
    press_code(&mut state, KeyCode::Esc);
    type_keys(&mut state, "ff");
    assert_eq!(cursor(&state), Some(1));
    // Nothing else is shown.
    press_code(&mut state, KeyCode::Up);
    assert_eq!(cursor(&state), Some(1));
    press_code(&mut state, KeyCode::Esc);
    press_code(&mut state, KeyCode::Right);
    assert_eq!(cursor(&state), Some(2));
    press_code(&mut state, KeyCode::Left);
    assert_eq!(cursor(&state), Some(0));
    press_code(&mut state, KeyCode::Esc);
    assert_eq!(state.page, Page::Verdict);
}

#[test]
fn a_search_without_a_hit_opens_and_resets_nothing() {
    let mut state = state();
    type_keys(&mut state, "l/nothing");
    press_code(&mut state, KeyCode::Enter);
    assert_eq!(press_code(&mut state, KeyCode::Enter), []);
    assert_eq!(press(&mut state, 'x'), []);
    assert_eq!(state.asks_reset, None);
}

#[test]
fn another_exercise_is_reset_from_the_list() {
    let mut state = state();
    type_keys(&mut state, "ljjx");
    assert_eq!(press(&mut state, 'y'), [Action::Reset("mutex_counter".into())]);
}

#[test]
fn the_execution_is_walked_through_and_all_of_its_steps_are_asked_for() {
    let mut state = state();
    let check = ordered(&save(&mut state, "one"));
    assert_eq!(press(&mut state, 't'), []);
    assert!(state.notice.is_some());
    judged(&mut state, check, race(3));
    let [Action::Judge(order)] = &press(&mut state, 't')[..] else { panic!("the steps were not asked for") };
    assert!(order.traced && order.check == check);
    for (key, step) in [(KeyCode::Down, 1), (KeyCode::End, 2), (KeyCode::Down, 2), (KeyCode::Left, 1)] {
        press_code(&mut state, key);
        assert_eq!(state.page, Page::Walk { step });
    }
    let Verdict::Fail(failure) = race(9) else { unreachable!() };
    let interleaving = failure.finding.interleaving.map(Box::new);
    state.on(Event::Traced { check: check - 1, interleaving: interleaving.clone() });
    assert!(!state.traced());
    state.on(Event::Traced { check, interleaving });
    // The learner stays at the step that they were at.
    assert_eq!(state.page, Page::Walk { step: 1 });
    press_code(&mut state, KeyCode::End);
    assert_eq!(state.page, Page::Walk { step: 8 });
    // They are known now.
    press(&mut state, 't');
    assert_eq!(press(&mut state, 't'), []);
    // The next save has a verdict of its own.
    save(&mut state, "two");
    assert_eq!(state.page, Page::Verdict);
}

#[test]
fn the_solution_is_compared_with_an_answer_that_passes() {
    let mut state = state();
    let check = ordered(&save(&mut state, "one"));
    assert_eq!(press(&mut state, 'd'), []);
    assert_eq!(state.page, Page::Verdict);
    judged(&mut state, check, pass());
    assert_eq!(press(&mut state, 'd'), [Action::ReadSolution]);
    state.on(Event::Solution(Ok("two".into())));
    assert_eq!(state.page, Page::Diff);
    // It belongs to this exercise.
    state.open(1);
    assert_eq!(state.solution, None);
}

#[test]
fn the_editor_opens_where_there_is_something_to_do() {
    let mut state = state();
    assert_eq!(press(&mut state, 'e'), [Action::Edit(1)]);
    let check = ordered(&save(&mut state, "// header\n// TODO: here\n"));
    assert_eq!(press(&mut state, 'e'), [Action::Edit(2)]);
    let Verdict::Fail(mut failure) = failure("here") else { unreachable!() };
    failure.finding.place = Some(threadlings_report::Place { line: 7, column: 1 });
    judged(&mut state, check, Verdict::Fail(failure));
    assert_eq!(press(&mut state, 'e'), [Action::Edit(7)]);
}

#[test]
fn a_watcher_that_says_nothing_is_replaced_once_and_told_of() {
    let mut state = state();
    assert_eq!(state.on(Event::SaveUnreported), [Action::Poll, Action::Look]);
    assert_eq!(state.on(Event::WatcherFailed("no inotify".into())), [Action::Poll, Action::Look]);
    assert_eq!(state.warnings.len(), 2);
}

#[test]
fn a_verdict_that_is_remembered_will_do_except_for_r() {
    let mut state = state();
    let afresh = |actions: &[Action]| matches!(actions, [Action::Cancel, Action::Judge(order)] if order.afresh);
    assert!(!afresh(&save(&mut state, "one")));
    press(&mut state, 'r');
    assert!(afresh(&save(&mut state, "one")));
    assert!(!afresh(&save(&mut state, "two")));
}

#[test]
fn reset_asks_first() {
    let mut state = state();
    assert_eq!(press(&mut state, 'x'), []);
    assert_eq!(press(&mut state, 'n'), []);
    assert_eq!(state.notice.as_deref(), Some("Nothing was changed."));
    press(&mut state, 'x');
    assert_eq!(press(&mut state, 'y'), [Action::Reset("spawn_and_join".into())]);
    assert_eq!(state.on(Event::Reset(Ok(Some("copy.rs".into())))), [Action::Look]);
    assert!(state.notice.as_deref().unwrap().contains("copy.rs"));
}

#[test]
fn a_file_that_cannot_be_judged_ends_the_check() {
    let mut state = state();
    let check = ordered(&save(&mut state, "one"));
    assert_eq!(state.on(Event::Read(Err("it is not there".into()))), [Action::Cancel]);
    judged(&mut state, check, pass());
    assert!(matches!(&state.answer, Answer::Unfit(reason) if reason == "it is not there"));
    // It comes back with the content it had.
    ordered(&save(&mut state, "one"));
    assert!(matches!(&state.answer, Answer::Unknown), "{:?}", state.answer);
}

#[test]
fn r_judges_the_same_content_again() {
    let mut state = state();
    let check = ordered(&save(&mut state, "one"));
    judged(&mut state, check, failure("once"));
    assert_eq!(press(&mut state, 'r'), [Action::Look]);
    assert!(ordered(&save(&mut state, "one")) > check);
}

#[test]
fn a_check_that_was_stopped_begins_anew() {
    let mut state = state();
    let check = ordered(&save(&mut state, "one"));
    assert_eq!(state.on(Event::Stop), [Action::Cancel, Action::Suspend]);
    assert_eq!(state.on(Event::Continue), [Action::Resume, Action::Look]);
    assert!(ordered(&save(&mut state, "one")) > check);
}

#[test]
fn every_way_out_ends_the_check() {
    let control_c = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
    let q = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::NONE);
    for event in [Event::Key(control_c), Event::Key(q), Event::InputEnded] {
        assert_eq!(state().on(event), [Action::Cancel, Action::Quit(None)]);
    }
    assert_eq!(state().on(Event::Terminate(15)), [Action::Cancel, Action::Quit(Some(15))]);
}

#[test]
fn scrolling_ends_where_the_page_ends() {
    let mut state = state();
    press(&mut state, '?');
    state.on(Event::Resized(40, 12));
    state.scroll_by(1000);
    let last = state.scroll;
    assert_eq!(last, view::rows(&state) - view::height(&state));
    press(&mut state, 'k');
    assert_eq!(state.scroll, last - 1);
    state.on(Event::Resized(80, 60));
    assert_eq!(state.scroll, 0);
}

#[test]
fn the_welcome_stays_until_the_first_save() {
    let mut state = state();
    save(&mut state, "one");
    assert!(state.welcomes);
    save(&mut state, "two");
    assert!(!state.welcomes);
}
