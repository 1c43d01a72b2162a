//! An execution that was seen before.

use real_std::collections::HashMap;

use crate::engine::strategy::{Deviation, Question, Strategy};

/// Follows a list of deviations, and takes the ordinary option everywhere else.
pub(crate) struct Guided {
    /// Those that have not been met yet, or could not be made.
    deviations: HashMap<(usize, u32), usize>,
    started: bool,
}

impl Guided {
    pub(crate) fn new(deviations: &[Deviation]) -> Self {
        let deviations = deviations.iter().map(|deviation| (deviation.at, deviation.what)).collect();
        Guided { deviations, started: false }
    }
}

impl Strategy for Guided {
    fn next_execution(&mut self) -> bool {
        !real_std::mem::replace(&mut self.started, true)
    }

    fn pick(&mut self, question: &Question<'_>) -> usize {
        let wanted = self.deviations.get(&question.at);
        let index = wanted.and_then(|what| question.options.iter().position(|choice| choice.what == *what));
        if index.is_some() {
            self.deviations.remove(&question.at);
        }
        index.unwrap_or(0)
    }

    fn missed(&self) -> Vec<Deviation> {
        let mut missed: Vec<_> = self.deviations.iter().map(|(&at, &what)| Deviation { at, what }).collect();
        missed.sort_unstable_by_key(|deviation| deviation.at);
        missed
    }
}
