//! Every execution whose deviations cost no more than a bound.

use crate::engine::strategy::{Question, Strategy};

/// Depth-first search in a fixed order, without any random number. The first failure it comes to has the fewest
/// preemptions if all smaller bounds were searched before.
pub(crate) struct Bounded {
    bound: u32,
    /// The questions of the current execution that had several affordable options.
    path: Vec<Fork>,
    /// How many of them this execution has met, and what its decisions cost.
    depth: usize,
    spent: u32,
    started: bool,
    /// Whether an option was left out because it costs too much.
    cut: bool,
    exhausted: bool,
}

struct Fork {
    /// Index and cost of each affordable option.
    options: Vec<(usize, u32)>,
    taken: usize,
}

impl Bounded {
    pub(crate) fn new(bound: u32) -> Self {
        Bounded { bound, path: Vec::new(), depth: 0, spent: 0, started: false, cut: false, exhausted: false }
    }

    /// Moves on to the next path; false if there is none.
    fn advance(&mut self) -> bool {
        while let Some(fork) = self.path.last_mut() {
            fork.taken += 1;
            if fork.taken < fork.options.len() {
                return true;
            }
            self.path.pop();
        }
        false
    }
}

impl Strategy for Bounded {
    fn next_execution(&mut self) -> bool {
        self.exhausted = self.started && !self.advance();
        self.started = true;
        self.depth = 0;
        self.spent = 0;
        !self.exhausted
    }

    fn pick(&mut self, question: &Question<'_>) -> usize {
        if self.depth == self.path.len() {
            let left = self.bound - self.spent;
            let options = question.options.iter().map(|choice| choice.cost).enumerate();
            let affordable: Vec<_> = options.filter(|(_, cost)| *cost <= left).collect();
            self.cut |= affordable.len() < question.options.len();
            self.path.push(Fork { options: affordable, taken: 0 });
        }
        let fork = &self.path[self.depth];
        let (index, cost) = fork.options[fork.taken];
        self.depth += 1;
        self.spent += cost;
        // A test that does not do the same thing twice may meet a question with fewer options than before.
        if index < question.options.len() { index } else { 0 }
    }

    fn saw_everything(&self) -> bool {
        self.exhausted && !self.cut
    }
}
