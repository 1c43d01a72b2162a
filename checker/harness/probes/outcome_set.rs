//! The results that may, and must, come out.

use crate::engine;

/// The results a test may have, over all executions: no other may come, and each must come in at least one.
///
/// A result too many means that the learner's code does not synchronise enough, a missing one that it synchronises
/// too much. A native test, which runs once, does not demand that each result comes.
///
#[doc = concat!("```ignore\n", include_str!("../examples/outcome_set/tests.rs"), "```")]
#[derive(Clone)]
pub struct OutcomeSet {
    expected: Vec<String>,
    unexpected: String,
    missing: String,
}

impl OutcomeSet {
    /// The results that may and must come.
    pub fn new(expected: &[&str]) -> Self {
        OutcomeSet {
            expected: expected.iter().map(|&outcome| outcome.to_owned()).collect(),
            unexpected: "the result is".to_owned(),
            missing: "in no execution is the result".to_owned(),
        }
    }

    /// The sentence for a result that may not come. The result stands behind it, then what may come.
    #[must_use]
    pub fn unexpected(mut self, before_the_outcome: &str) -> Self {
        before_the_outcome.clone_into(&mut self.unexpected);
        self
    }

    /// The sentence for a result that comes in no execution. The result stands behind it.
    #[must_use]
    pub fn missing(mut self, before_the_outcome: &str) -> Self {
        before_the_outcome.clone_into(&mut self.missing);
        self
    }

    /// Notes the result of this execution. Call it once in every execution.
    pub fn observe(&self, outcome: impl Into<String>) {
        let outcome = outcome.into();
        if !self.expected.contains(&outcome) {
            let expected = self.expected.join(" or ");
            engine::fail(format!("{} {outcome}, expected {expected}", self.unexpected));
        }
        for expected in &self.expected {
            engine::must_happen(self.sentence_if_missing(expected), self.sentence_if_missing(expected));
        }
        engine::happened(&self.sentence_if_missing(&outcome));
    }

    /// Serves as the key as well.
    fn sentence_if_missing(&self, outcome: &str) -> String {
        format!("{} {outcome}", self.missing)
    }
}
