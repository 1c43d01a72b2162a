//! Samples of the executions that are too many to be looked at one by one. The seeds are fixed.

use crate::engine::strategy::{Choice, Question, Strategy};

/// A generator of numbers that look random (SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }
}

/// How much likelier a thread that can simply go on is than something unlikely.
const UNLIKELY: usize = 8;

/// Takes any option; unlikely ones seldom.
fn pick_any(random: &mut Random, question: &Question<'_>) -> usize {
    let weight = |cost| if cost <= 1 && question.about_threads || cost == 0 { UNLIKELY } else { 1 };
    let total = question.options.iter().map(|choice| weight(choice.cost)).sum();
    let mut left = random.below(total);
    for (index, choice) in question.options.iter().enumerate() {
        let weight = weight(choice.cost);
        if left < weight {
            return index;
        }
        left -= weight;
    }
    unreachable!("the weights sum up to the total")
}

/// At each point any thread may run next.
pub(crate) struct AnyThread {
    random: Random,
}

impl AnyThread {
    pub(crate) fn new() -> Self {
        AnyThread { random: Random(1) }
    }
}

impl Strategy for AnyThread {
    fn next_execution(&mut self) -> bool {
        true
    }

    fn pick(&mut self, question: &Question<'_>) -> usize {
        pick_any(&mut self.random, question)
    }
}

/// At each point a thread runs next with a probability that grows with what it still has to do, so that every order of
/// the threads' steps is about equally likely; where any thread is as likely as another, orders in which a long thread
/// runs as a whole before a short one hardly ever come up. How much each has to do is known from earlier executions.
/// (Zhao and others, "Selectively Uniform Concurrency Testing", 2025.)
pub(crate) struct Uniform {
    random: Random,
    /// Questions about threads that each thread met in this execution, and most met in any.
    met: Vec<u64>,
    most_met: Vec<u64>,
}

impl Uniform {
    pub(crate) fn new() -> Self {
        Uniform { random: Random(3), met: Vec::new(), most_met: Vec::new() }
    }

    fn left(&self, thread: usize) -> u64 {
        let of = |counts: &[u64]| counts.get(thread).copied().unwrap_or(0);
        of(&self.most_met).saturating_sub(of(&self.met)).max(1)
    }
}

impl Strategy for Uniform {
    fn next_execution(&mut self) -> bool {
        self.met.clear();
        true
    }

    fn pick(&mut self, question: &Question<'_>) -> usize {
        // Nothing is known about what is no matter of threads, and something unlikely has to come up now and then.
        if !question.about_threads || self.random.below(16) == 0 {
            return pick_any(&mut self.random, question);
        }
        let thread = question.at.0;
        if self.met.len() <= thread {
            self.met.resize(thread + 1, 0);
            self.most_met.resize(self.most_met.len().max(thread + 1), 0);
        }
        self.met[thread] += 1;
        self.most_met[thread] = self.most_met[thread].max(self.met[thread]);
        let weight = |choice: &Choice| match choice.cost > 1 || question.yields && choice.what == thread {
            true => 0,
            false => self.left(choice.what),
        };
        let weights: Vec<u64> = question.options.iter().map(weight).collect();
        let total: u64 = weights.iter().sum();
        if total == 0 {
            return 0;
        }
        let mut left = self.random.next() % total;
        let drawn = weights.iter().position(|weight| match left.checked_sub(*weight) {
            Some(rest) => {
                left = rest;
                false
            }
            None => true,
        });
        drawn.unwrap_or(0)
    }
}

/// Each thread has a random priority, and the one with the highest runs; at a few random points in an execution the
/// running thread's priority drops below all others.
/// (Burckhardt and others, "A Randomized Scheduler with Probabilistic Guarantees of Finding Bugs", 2010.)
pub(crate) struct Priorities {
    random: Random,
    /// By thread; the highest runs.
    priorities: Vec<i64>,
    lowest: i64,
    changes: [u64; 3],
    /// Questions met in this execution, and most met in any.
    steps: u64,
    most_steps: u64,
}

impl Priorities {
    pub(crate) fn new() -> Self {
        let random = Random(2);
        Priorities { random, priorities: Vec::new(), lowest: 0, changes: [0; 3], steps: 0, most_steps: 1 }
    }

    fn priority(&mut self, thread: usize) -> i64 {
        while self.priorities.len() <= thread {
            self.priorities.push((self.random.next() >> 1) as i64);
        }
        self.priorities[thread]
    }

    fn lower(&mut self, thread: usize) {
        self.priority(thread);
        self.lowest -= 1;
        self.priorities[thread] = self.lowest;
    }
}

impl Strategy for Priorities {
    fn next_execution(&mut self) -> bool {
        self.priorities.clear();
        self.lowest = 0;
        self.steps = 0;
        self.changes = real_std::array::from_fn(|_| self.random.next() % self.most_steps);
        true
    }

    fn pick(&mut self, question: &Question<'_>) -> usize {
        if !question.about_threads {
            return pick_any(&mut self.random, question);
        }
        if question.yields || self.changes.contains(&self.steps) {
            self.lower(question.at.0);
        }
        self.steps += 1;
        self.most_steps = self.most_steps.max(self.steps);
        if self.random.below(16) == 0 {
            return pick_any(&mut self.random, question);
        }
        let likely = (0..question.options.len()).filter(|&index| question.options[index].cost <= 1);
        likely.max_by_key(|&index| self.priority(question.options[index].what)).unwrap_or(0)
    }
}

/// Threads take turns, each with a fixed number of steps: what polite threads need to be in each other's way for ever.
pub(crate) struct TakingTurns {
    turn: u32,
    longest_turn: u32,
    used: u32,
}

impl TakingTurns {
    pub(crate) fn new(longest_turn: u32) -> Self {
        TakingTurns { turn: 0, longest_turn, used: 0 }
    }

    /// Only turns of this length.
    pub(crate) fn only(turn: u32) -> Self {
        TakingTurns { turn: turn.saturating_sub(1), longest_turn: turn, used: 0 }
    }
}

impl Strategy for TakingTurns {
    fn turn(&self) -> Option<u32> {
        Some(self.turn)
    }

    fn next_execution(&mut self) -> bool {
        self.turn += 1;
        self.used = 0;
        self.turn <= self.longest_turn
    }

    fn pick(&mut self, question: &Question<'_>) -> usize {
        if !question.about_threads {
            return 0;
        }
        self.used += 1;
        let (current, options) = (question.at.0, question.options);
        if self.used < self.turn && options[0].what == current {
            return 0;
        }
        self.used = 0;
        let others = || (0..options.len()).filter(|&index| options[index].what != current && options[index].cost <= 1);
        let after = others().filter(|&index| options[index].what > current).min_by_key(|&index| options[index].what);
        after.or_else(|| others().min_by_key(|&index| options[index].what)).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// After how many of the nine steps of thread 0 thread 1 makes its only one, a thousand times.
    fn positions(strategy: &mut dyn Strategy) -> Vec<usize> {
        let mut counts = vec![0; 10];
        for _ in 0..1_000 {
            strategy.next_execution();
            let (mut current, mut made) = (0, [0_u32; 2]);
            while made[1] == 0 {
                if made[0] == 9 {
                    break;
                }
                let other = 1 - current;
                let options = [Choice { what: current, cost: 0 }, Choice { what: other, cost: 1 }];
                let at = (current, made[current]);
                let question = Question { at, options: &options, about_threads: true, yields: false };
                current = options[strategy.pick(&question)].what;
                made[current] += 1;
            }
            counts[made[0] as usize] += 1;
        }
        counts
    }

    #[test]
    fn a_short_thread_comes_up_anywhere_between_the_steps_of_a_long_one() {
        let uniform = positions(&mut Uniform::new());
        assert!(uniform.iter().all(|&count| count > 30), "{uniform:?}");
        let any = positions(&mut AnyThread::new());
        assert!(any[9] < 30, "{any:?}");
    }
}
