//! The watch mode without a terminal: what it knows, and what it makes of events.

use threadlings_report::{Finding, Interleaving};

use super::event::{Action, Event, Order};
use super::list::List;
use super::{page, view};
use crate::course::{Course, Exercise};
use crate::judge::Stage;
use crate::progress::Progress;
use crate::report::Report;
use crate::report::walk::Walk;
use crate::source::Source;
use crate::verdict::Verdict;

/// Everything that the screen shows.
#[derive(Debug)]
pub(super) struct State {
    /// The course.
    pub(super) course: Course,
    /// What the learner has done.
    pub(super) progress: Progress,
    /// The exercise that is open, by its place in the course.
    pub(super) current: usize,
    /// What is known about the answer.
    pub(super) answer: Answer,
    /// What the check that runs does now; none while nothing is judged.
    pub(super) stage: Option<Stage>,
    /// What fills the middle of the screen.
    pub(super) page: Page,
    /// The row of the page that is the first on the screen.
    pub(super) scroll: usize,
    /// A word about the last key, until the next.
    pub(super) notice: Option<String>,
    /// What went wrong and stops nothing.
    pub(super) warnings: Vec<String>,
    /// The exercise, by its place in the course, of which the learner is asked if it shall be reset.
    pub(super) asks_reset: Option<usize>,
    /// Whether the verdict is shown with nothing folded.
    pub(super) whole: bool,
    /// The solution of the open exercise, once it was asked for.
    pub(super) solution: Option<Result<String, String>>,
    /// Whether the learner has just begun and is welcomed.
    pub(super) welcomes: bool,
    /// Columns and rows of the terminal.
    pub(super) size: (u16, u16),
    /// Whether there are colours.
    pub(super) colourful: bool,
    /// What was in the file when it was read last.
    seen: Option<Result<Source, String>>,
    /// Whether the content must be judged although there may be a verdict on it.
    afresh: bool,
    /// The number of the newest check.
    check: u64,
    /// Every step of the failing execution, once that was asked for.
    trace: Option<Box<Interleaving>>,
}

/// What is known about the answer in the file.
#[derive(Debug)]
pub(super) enum Answer {
    /// Nothing yet.
    Unknown,
    /// It was judged.
    Judged(Box<Report>),
    /// The file cannot be judged.
    Unfit(String),
    /// The checker cannot judge.
    Trouble(String),
}

/// What fills the middle of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Page {
    /// The verdict on the answer.
    Verdict,
    /// The hints that were shown so far.
    Hints,
    /// All exercises.
    List(List),
    /// The answer beside the solution.
    Diff,
    /// The failing execution, step by step.
    Walk {
        /// The step that is looked at, from 0.
        step: usize,
    },
    /// What the failing execution printed.
    Output,
    /// What the keys do.
    Help,
}

impl State {
    /// The state at the start, with `current` open.
    pub(super) fn new(
        course: Course,
        progress: Progress,
        current: &Exercise,
        size: (u16, u16),
        colourful: bool,
    ) -> Self {
        let current = course.exercises().position(|exercise| exercise.name == current.name).unwrap_or(0);
        State {
            current,
            answer: Answer::Unknown,
            stage: None,
            page: Page::Verdict,
            scroll: 0,
            notice: None,
            warnings: Vec::new(),
            asks_reset: None,
            whole: false,
            solution: None,
            welcomes: progress.is_fresh(),
            size,
            colourful,
            seen: None,
            afresh: false,
            check: 0,
            trace: None,
            course,
            progress,
        }
    }

    /// The exercise that is open.
    pub(super) fn exercise(&self) -> &Exercise {
        self.course.exercises().nth(self.current).expect("the open exercise is one of the course")
    }

    /// What to do next, if anything is left to do.
    pub(super) fn next(&self) -> Option<&Exercise> {
        self.progress.next(&self.course, self.exercise())
    }

    /// Whether an answer to the open exercise has passed, now or earlier.
    pub(super) fn is_solved(&self) -> bool {
        self.progress.solved(self.exercise())
    }

    /// Takes note of an event and says what is to be done about it.
    pub(super) fn on(&mut self, event: Event) -> Vec<Action> {
        match event {
            Event::Key(key) => return self.on_key(key),
            Event::Resized(columns, rows) => {
                self.size = (columns, rows);
                self.scroll_by(0);
                return vec![Action::Redraw];
            }
            Event::InputEnded => return vec![Action::Cancel, Action::Quit(None)],
            Event::FilesChanged => return vec![Action::Look],
            Event::WatcherFailed(reason) => {
                self.warn(format!(
                    "The system does not report saves here ({reason}). Your file is looked at twice a second instead."
                ));
                return vec![Action::Poll, Action::Look];
            }
            Event::SaveUnreported => {
                self.warn(
                    "The system did not report a save, as on network drives and WSL. From now on your file is looked at twice a second."
                        .into(),
                );
                return vec![Action::Poll, Action::Look];
            }
            Event::Open(name) => return self.open_named(&name),
            Event::Read(content) => return self.on_read(content),
            Event::Stage { check, stage } if check == self.check => {
                if self.stage.is_some() {
                    self.stage = Some(stage);
                }
            }
            Event::Judged { check, result } if check == self.check => return self.on_judged(result),
            Event::Traced { check, interleaving } if check == self.check => {
                self.on_traced(interleaving);
            }
            // An earlier check: nobody waits for it any more.
            Event::Stage { .. } | Event::Judged { .. } | Event::Traced { .. } => {}
            Event::Solution(solution) => self.solution = Some(solution),
            Event::Edited(trouble) => {
                self.notice = trouble;
                return vec![Action::Resume, Action::Look];
            }
            Event::Progress(progress) => self.progress = progress,
            Event::Warning(warning) => self.warn(warning),
            Event::Reset(Ok(backup)) => {
                self.notice = Some(match backup {
                    Some(backup) => format!("Reset. Your answer was kept as {backup}"),
                    None => "Reset.".into(),
                });
                self.seen = None;
                return vec![Action::Look];
            }
            Event::Reset(Err(reason)) | Event::Refused(reason) => self.notice = Some(reason),
            Event::Terminate(signal) => return vec![Action::Cancel, Action::Quit(Some(signal))],
            // A check that stands still could be taken for one that hangs: it begins anew when the process goes on.
            Event::Stop => return vec![Action::Cancel, Action::Suspend],
            Event::Continue => {
                if self.stage.is_some() {
                    self.seen = None;
                }
                return vec![Action::Resume, Action::Look];
            }
            Event::Panicked(message) => {
                self.stage = None;
                self.answer = Answer::Trouble(format!("threadlings itself has failed: {message}"));
            }
        }
        Vec::new()
    }

    fn on_read(&mut self, content: Result<Source, String>) -> Vec<Action> {
        if self.seen.as_ref() == Some(&content) {
            return Vec::new();
        }
        let is_save = matches!(&self.seen, Some(Ok(_))) && content.is_ok();
        if is_save {
            self.welcomes = false;
            // What was said about a key before is about another answer.
            self.notice = None;
            // Whoever saves wants the verdict. The list may have been left open on purpose.
            if !matches!(self.page, Page::List(_)) {
                self.show(Page::Verdict);
            }
        }
        self.seen = Some(content.clone());
        self.check += 1;
        match content {
            Ok(source) => {
                self.stage = Some(Stage::Compiling);
                if matches!(self.answer, Answer::Unfit(_)) {
                    self.answer = Answer::Unknown;
                }
                let afresh = std::mem::take(&mut self.afresh);
                vec![Action::Cancel, Action::Judge(Box::new(self.order(source, afresh, false)))]
            }
            Err(reason) => {
                self.stage = None;
                self.answer = Answer::Unfit(reason);
                self.scroll = 0;
                vec![Action::Cancel]
            }
        }
    }

    fn order(&self, source: Source, afresh: bool, traced: bool) -> Order {
        Order { check: self.check, exercise: self.exercise().name.clone(), source, afresh, traced }
    }

    fn on_judged(&mut self, result: Result<Verdict, String>) -> Vec<Action> {
        self.stage = None;
        self.scroll = if self.page == Page::Verdict { 0 } else { self.scroll };
        self.whole = false;
        self.trace = None;
        match (result, &self.seen) {
            (Ok(verdict), Some(Ok(source))) => {
                let exercise = self.exercise();
                let name = exercise.name.clone();
                let report = Report::new(&self.course, exercise, source, verdict);
                let passed = report.verdict.is_pass();
                self.answer = Answer::Judged(Box::new(report));
                if passed {
                    self.keep(|progress, exercise| progress.solve(exercise));
                    return vec![Action::KeepSolved(name)];
                }
            }
            (Err(reason), _) => self.answer = Answer::Trouble(reason),
            (Ok(_), _) => {}
        }
        Vec::new()
    }

    /// What the verdict is about: the failing execution.
    fn finding(&self) -> Option<&Finding> {
        match &self.answer {
            Answer::Judged(report) => match &report.verdict {
                Verdict::Fail(failure) => Some(&failure.finding),
                Verdict::Pass(_) => None,
            },
            _ => None,
        }
    }

    /// The failing execution with every step that is known, in at most `width` columns.
    pub(super) fn walk(&self, width: u16) -> Option<Walk> {
        let shown = self.finding()?.interleaving.as_ref();
        let interleaving = self.trace.as_deref().or(shown)?;
        let walk = Walk::new(&self.answer_text(), interleaving, width);
        (!walk.steps.is_empty()).then_some(walk)
    }

    /// Whether every step of the failing execution is known.
    pub(super) fn traced(&self) -> bool {
        self.trace.is_some()
    }

    /// What the failing execution printed; empty if nothing, or if nothing has failed.
    pub(super) fn output(&self) -> &str {
        self.finding().map_or("", |finding| &finding.output)
    }

    /// Whether the verdict is on the answer as it is, and a pass.
    pub(super) fn passes(&self) -> bool {
        matches!(&self.answer, Answer::Judged(report) if report.verdict.is_pass())
    }

    /// The text that the verdict is on; empty without a verdict.
    pub(super) fn answer_text(&self) -> String {
        match &self.answer {
            Answer::Judged(report) => report.source.clone(),
            _ => String::new(),
        }
    }

    /// Where an editor should begin: at what the verdict is about, or else at the first `TODO`.
    pub(super) fn line_to_edit(&self) -> usize {
        let found = self.finding().and_then(|finding| finding.place).map(|place| place.line as usize);
        let text = self.seen.as_ref().and_then(|seen| seen.as_ref().ok()).map_or("", |source| source.text.as_str());
        let todo = || text.lines().position(|line| line.contains("TODO")).map(|line| line + 1);
        found.or_else(todo).unwrap_or(1)
    }

    /// Shows the failing execution step by step, and asks for all of its steps.
    pub(super) fn start_walk(&mut self) -> Vec<Action> {
        if self.walk(view::columns(self)).is_none() {
            self.notice = Some("No interleaving belongs to this verdict.".into());
            return Vec::new();
        }
        self.show(Page::Walk { step: 0 });
        match &self.seen {
            // While a check runs, the next verdict is nearer than the steps of the last one.
            Some(Ok(source)) if self.stage.is_none() && !self.traced() => {
                vec![Action::Judge(Box::new(self.order(source.clone(), true, true)))]
            }
            _ => Vec::new(),
        }
    }

    /// All steps have come. Who has gone on already stays where they are; who has not begins with the first of all.
    fn on_traced(&mut self, interleaving: Option<Box<Interleaving>>) {
        let width = view::columns(self);
        let before = self.walk(width);
        self.trace = interleaving;
        if let Page::Walk { step } = self.page
            && step > 0
            && let (Some(before), Some(after)) = (before, self.walk(width))
        {
            self.page = Page::Walk { step: before.place_in(&after, step) };
        }
    }

    /// Shows the answer beside the solution, once it has passed.
    pub(super) fn start_diff(&mut self) -> Vec<Action> {
        if !self.passes() {
            self.notice = Some("The solution can be compared with an answer that passes.".into());
            return Vec::new();
        }
        self.show(Page::Diff);
        vec![Action::ReadSolution]
    }

    fn open_named(&mut self, name: &str) -> Vec<Action> {
        let found = self.course.exercise(name).map(|exercise| exercise.name.clone());
        match found.and_then(|name| self.course.exercises().position(|exercise| exercise.name == name)) {
            Some(index) => self.open(index),
            None => {
                self.notice = Some(format!("There is no exercise `{name}`."));
                Vec::new()
            }
        }
    }

    /// Opens another exercise.
    pub(super) fn open(&mut self, index: usize) -> Vec<Action> {
        self.current = index;
        self.answer = Answer::Unknown;
        self.stage = None;
        self.seen = None;
        self.solution = None;
        self.trace = None;
        self.whole = false;
        self.welcomes = false;
        self.show(Page::Verdict);
        // From now on, what the check of the exercise before finds is stale.
        self.check += 1;
        self.keep(|progress, exercise| progress.open(exercise));
        vec![Action::Cancel, Action::KeepOpen(self.exercise().name.clone()), Action::Look]
    }

    /// Judges the answer although it has not changed.
    pub(super) fn judge_again(&mut self) -> Vec<Action> {
        self.seen = None;
        self.afresh = true;
        self.show(Page::Verdict);
        vec![Action::Look]
    }

    /// Shows one step more of the hints.
    pub(super) fn show_hint(&mut self) -> Vec<Action> {
        let exercise = self.exercise();
        let shown = self.progress.hints(exercise);
        let steps = (shown + usize::from(self.page == Page::Hints || shown == 0)).min(exercise.hints.len());
        let action = Action::KeepHints(exercise.name.clone(), steps);
        self.keep(|progress, exercise| progress.show_hints(exercise, steps));
        self.show(Page::Hints);
        let newest = page::newest_hint_row(self, view::columns(self));
        self.scroll_by(newest.cast_signed());
        vec![action]
    }

    pub(super) fn show(&mut self, page: Page) {
        self.page = page;
        self.scroll = 0;
    }

    /// Scrolls by so many rows, as far as there is something to see.
    pub(super) fn scroll_by(&mut self, rows: isize) {
        let last = view::rows(self).saturating_sub(view::height(self));
        self.scroll = self.scroll.saturating_add_signed(rows).min(last);
    }

    fn keep(&mut self, change: impl FnOnce(&mut Progress, &Exercise)) {
        let exercise = self.exercise().clone();
        change(&mut self.progress, &exercise);
    }

    fn warn(&mut self, warning: String) {
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }
}

#[cfg(test)]
mod tests;
