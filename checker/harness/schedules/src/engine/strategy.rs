//! How an execution's decisions are made.
//!
//! Whatever may happen in more than one way is a question with options: which thread runs next, or whether something
//! unlikely happens. The first option is the ordinary one, which needs no reason. The others cost something: one for
//! taking the processor from a thread that could go on, two for a wakeup that nobody asked for.

/// One way to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// The thread that runs next, or the number of the outcome.
    pub(crate) what: usize,
    /// How far it is from ordinary.
    pub(crate) cost: u32,
}

/// A decision to make.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Question<'a> {
    /// The thread that runs, and how many questions it has met before this one.
    pub(crate) at: (usize, u32),
    /// The ways to go on; at least one.
    pub(crate) options: &'a [Choice],
    /// Whether this is about which thread runs next.
    pub(crate) about_threads: bool,
    /// Whether the thread that runs would rather let others go first.
    pub(crate) yields: bool,
}

/// Makes the decisions of one execution after the other.
pub(crate) trait Strategy {
    /// Whether there is another execution to look at.
    fn next_execution(&mut self) -> bool;

    /// Index of the option to take.
    fn pick(&mut self, question: &Question<'_>) -> usize;

    /// The steps of a turn, if all threads take turns.
    fn turn(&self) -> Option<u32> {
        None
    }

    /// After an execution: the decisions that were asked for and could not be made.
    fn missed(&self) -> Vec<Deviation> {
        Vec::new()
    }

    /// After the last execution: whether all executions there are have been looked at.
    fn saw_everything(&self) -> bool {
        false
    }
}

/// A decision that was not the ordinary one: where it was made, and what for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Deviation {
    /// The thread that ran, and how many questions it had met before.
    pub(crate) at: (usize, u32),
    /// The option taken.
    pub(crate) what: usize,
}
