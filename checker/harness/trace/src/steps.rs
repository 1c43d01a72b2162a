//! What threads do.

use std::fmt::Debug;

use threadlings_report::{Place, Step};

use crate::execution::{is_recording, place, with_log};
use crate::{Caller, Identity, debug_text, value_text};

/// One step, and what only the making of the interleaving needs to know about it.
pub(crate) struct Recorded {
    pub(crate) step: Step,
    /// Shown only in full traces, unless something else makes it matter.
    pub(crate) dull: bool,
}

/// A step that is being described.
pub struct Draft(Recorded);

/// `thread` did `operation` at `caller`. The description is only asked for while recording.
#[inline]
pub fn step(thread: usize, caller: Caller, operation: &'static str, describe: impl FnOnce(&mut Draft)) {
    if is_recording() {
        let mut draft = Draft::new(thread, caller, operation);
        describe(&mut draft);
        draft.record();
    }
}

/// `thread` did something in a probe that belongs into every report.
pub fn remark(thread: usize, what: &'static str) {
    if is_recording() {
        let draft = Draft::new(thread, std::panic::Location::caller(), what);
        with_log(|log| log.steps.push(draft.0));
    }
}

/// `thread` did `operation`, which no model knows the caller of, at `place`. A dull step is only shown in full traces.
pub fn step_at(thread: usize, place: Option<Place>, operation: &str, dull: bool) {
    if is_recording() {
        let mut draft = Draft::at(thread, place, operation);
        draft.0.dull = dull;
        draft.record();
    }
}

/// What `thread` did last was not done after all: it has to wait before it can.
pub fn take_back(thread: usize, place: Option<Place>, operation: &str) {
    if is_recording() {
        with_log(|log| {
            let last = log.steps.iter().rposition(|recorded| recorded.step.lane == thread);
            let same = |step: &Step| step.place == place && step.operation == operation && step.object.is_none();
            if let Some(last) = last.filter(|&last| same(&log.steps[last].step)) {
                log.steps.remove(last);
            }
        });
    }
}

impl Draft {
    fn new(thread: usize, caller: Caller, operation: &'static str) -> Self {
        Draft::at(thread, place(caller), operation)
    }

    fn at(thread: usize, place: Option<Place>, operation: &str) -> Self {
        let step = Step { lane: thread, place, operation: operation.to_owned(), ..Step::default() };
        Draft(Recorded { step, dull: false })
    }

    /// How a probe does what it does is no matter of the report's.
    fn record(mut self) {
        with_log(|log| {
            self.0.dull |= log.is_in_probe(self.0.step.lane);
            log.steps.push(self.0);
        });
    }

    /// What the operation was done to.
    pub fn on(&mut self, object: &Identity) -> &mut Self {
        self.0.step.object = Some(object.index());
        self
    }

    /// The memory ordering that applied.
    pub fn ordering(&mut self, name: &'static str) -> &mut Self {
        self.0.step.ordering = Some(name.to_owned());
        self
    }

    /// What it read or returned, as text.
    pub fn read(&mut self, text: impl Into<String>) -> &mut Self {
        self.0.step.read = Some(text.into());
        self
    }

    /// What it wrote or handed over, as text.
    pub fn wrote(&mut self, text: impl Into<String>) -> &mut Self {
        self.0.step.wrote = Some(text.into());
        self
    }

    /// What it read, of a type that can be shown.
    pub fn read_debug(&mut self, value: &dyn Debug) -> &mut Self {
        self.read(debug_text(value))
    }

    /// What it wrote, of a type that can be shown.
    pub fn wrote_debug(&mut self, value: &dyn Debug) -> &mut Self {
        self.wrote(debug_text(value))
    }

    /// What it read, of any type; shown if the type is a common one.
    pub fn read_value<T: ?Sized>(&mut self, value: &T) -> &mut Self {
        self.0.step.read = value_text(value);
        self
    }

    /// What it wrote, of any type; shown if the type is a common one.
    pub fn wrote_value<T: ?Sized>(&mut self, value: &T) -> &mut Self {
        self.0.step.wrote = value_text(value);
        self
    }

    /// A remark.
    pub fn note(&mut self, text: impl Into<String>) -> &mut Self {
        self.0.step.note = Some(text.into());
        self
    }

    /// The step hardly ever helps to understand what went wrong: only full traces show it.
    pub fn dull(&mut self) -> &mut Self {
        self.0.dull = true;
        self
    }
}
