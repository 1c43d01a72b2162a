//! What fills the middle of the screen: the verdict, the hints, the help, or a page with a file of its own.

use ratatui::style::{Modifier, Stylize};
use ratatui::text::{Line, Span, Text};

use super::prose::{fold, wrap};
use super::state::{Answer, Page, State};
use super::{diff, list, walk};
use crate::judge::Stage;
use crate::report;

/// The page in lines of at most `width` columns.
pub(super) fn content(state: &State, width: u16) -> Text<'static> {
    let text = match &state.page {
        Page::Verdict => verdict(state, width),
        Page::Hints => hints(state, width),
        Page::List(list) => list::content(state, list, width),
        Page::Diff => diff::content(state, width),
        Page::Walk { step } => walk::content(state, *step, width),
        Page::Output => output(state),
        Page::Help => help(state, width),
    };
    fold(text, width)
}

fn verdict(state: &State, width: u16) -> Text<'static> {
    let mut text = Text::default();
    for warning in &state.warnings {
        text.extend(wrap(&format!("! {warning}"), width).magenta());
        text.push_line("");
    }
    if state.welcomes && is_welcome(state) {
        text.extend(wrap(&state.course.welcome, width));
        text.push_line("");
    }
    match &state.answer {
        Answer::Unknown => text.extend(wrap(&waiting(state), width)),
        Answer::Judged(report) => {
            let render = if state.whole { report::text::render_whole } else { report::text::render };
            let mut shown = render(report, width);
            if report.verdict.is_pass() {
                shown.push_line("");
                shown.extend(what_next(state, width));
            }
            text.extend(if state.stage.is_some() { faded(shown) } else { shown });
        }
        Answer::Unfit(reason) => {
            text.extend(wrap(reason, width).bold());
            text.push_line("");
            text.extend(wrap("It is read again as soon as it changes. Press x to reset the exercise.", width));
        }
        Answer::Trouble(reason) => {
            text.extend(wrap(&format!("! {reason}"), width).bold());
            text.push_line("");
            text.extend(wrap("This says nothing about your answer. Press r to try again.", width));
        }
    }
    text
}

/// Whether there is room for more than what must be said.
fn is_welcome(state: &State) -> bool {
    match &state.answer {
        Answer::Unknown => true,
        Answer::Judged(report) => !report.verdict.is_pass() && state.size.1 >= 20,
        Answer::Unfit(_) | Answer::Trouble(_) => false,
    }
}

/// What to read until there is a verdict.
fn waiting(state: &State) -> String {
    let path = state.exercise().shown_path();
    let mut text = String::new();
    if !state.welcomes {
        text += &format!("Open {path} in your editor. Its header says what to do; every save is judged at once.\n\n");
    }
    if state.stage == Some(Stage::Preparing) {
        text += "The judges are being built, which happens once and takes about a minute. Then your file is judged.";
    }
    text
}

fn what_next(state: &State, width: u16) -> Text<'static> {
    let Some(next) = state.next() else {
        let mut text = wrap(&state.course.farewell, width).bold();
        text.lines.insert(0, Line::from("Everything is solved.").green().bold());
        text.lines.insert(1, Line::default());
        return text;
    };
    let mut line = Line::from(vec![Span::raw("Next: "), Span::from(next.name.clone()).bold()]);
    if next.chapter != state.exercise().chapter {
        line.push_span(Span::raw(format!(", in the chapter {}", state.course.chapter_title(next))));
    }
    line.push_span(Span::raw(". Press n."));
    Text::from(line)
}

/// A verdict on an earlier content of the file.
fn faded(text: Text<'static>) -> Text<'static> {
    let lines = text.lines.into_iter().map(|line| {
        let spans = line.spans.into_iter().map(|span| Span::from(span.content).add_modifier(Modifier::DIM));
        Line::from(spans.collect::<Vec<_>>())
    });
    Text::from(lines.collect::<Vec<_>>())
}

fn hints(state: &State, width: u16) -> Text<'static> {
    let exercise = state.exercise();
    let (shown, all) = (state.progress.hints(exercise), exercise.hints.len());
    let mut text = steps(state, shown, width);
    if shown < all {
        text.extend(wrap("Press h for one step more, Esc to go back to the verdict.", width).dim());
    } else {
        text.extend(wrap("These are all. If nothing else helps, call this in a shell:", width).dim());
        let call = state.course.call(&format!("solution {} --spoil", exercise.name));
        text.push_line(Line::from(call).dim());
    }
    text
}

fn steps(state: &State, count: usize, width: u16) -> Text<'static> {
    let hints = &state.exercise().hints;
    let mut text = Text::default();
    for (number, hint) in hints.iter().take(count).enumerate() {
        text.push_line(Line::from(format!("Hint {} of {}", number + 1, hints.len())).cyan().bold());
        text.extend(wrap(hint, width));
        text.push_line("");
    }
    text
}

/// The row in which the last of the hints that were shown begins.
pub(super) fn newest_hint_row(state: &State, width: u16) -> usize {
    let shown = state.progress.hints(state.exercise());
    fold(steps(state, shown.saturating_sub(1), width), width).lines.len()
}

/// Whether the verdict is longer than what is shown of it.
pub(super) fn is_folded(state: &State, width: u16) -> bool {
    let Answer::Judged(report) = &state.answer else { return false };
    report::text::render(report, width).lines.len() < report::text::render_whole(report, width).lines.len()
}

/// What the failing execution printed, without anything that a terminal obeys.
fn output(state: &State) -> Text<'static> {
    let mut text = Text::from(Line::from("What your code printed in the failing execution:").dim());
    text.push_line("");
    for line in state.output().lines() {
        let line = line.replace('\t', "    ");
        text.push_line(line.chars().map(|it| if it.is_control() { '·' } else { it }).collect::<String>());
    }
    text
}

fn help(state: &State, width: u16) -> Text<'static> {
    let mut text = Text::default();
    for (key, does) in KEYS {
        let wrapped = textwrap::wrap(does, usize::from(width.saturating_sub(8)).max(8));
        for (row, line) in wrapped.into_iter().enumerate() {
            let key = if row == 0 { key } else { "" };
            text.push_line(Line::from(vec![Span::from(format!("{key:<8}")).bold(), Span::raw(line.into_owned())]));
        }
    }
    text.push_line("");
    let call = state.course.call("run");
    text.extend(wrap(
        &format!("{ABOUT}\n\nIn a shell: {call}, hint, list, reset, solution; each has a --help."),
        width,
    ));
    text
}

const KEYS: [(&str, &str); 15] = [
    ("n", "the next exercise, once this one is solved"),
    ("h", "a hint; again: one step more"),
    ("l", "the list: / searches, f filters, x resets, ← → go by chapters, Enter opens"),
    ("e", "open the exercise in your editor, $VISUAL or $EDITOR"),
    ("a", "all of the verdict: every error, every step; again: in short"),
    ("t", "the failing execution step by step, with the arrow keys"),
    ("o", "what your code printed in it"),
    ("d", "after a pass: your answer beside the solution"),
    ("r", "judge the answer again"),
    ("x", "reset the exercise; asks first and keeps a copy of your answer"),
    ("↑ ↓", "scroll; PageUp, PageDown, Home and End, too"),
    ("Esc", "back to the verdict"),
    ("?", "this page"),
    ("^Z", "suspend; fg in your shell brings it back"),
    ("q", "quit; ^C, too"),
];

const ABOUT: &str = "\
Every save of the exercise is judged at once, over all thread schedules that matter: the same file gets the same \
verdict every time. A new save ends the check that runs.";
