//! A failing execution for those who go through it step by step.

use ratatui::text::Line;
use threadlings_report::Interleaving;

use super::lanes;
use super::names::Names;

/// An execution as a table of which every step can be looked at alone.
#[derive(Clone, Debug)]
pub struct Walk {
    /// What stands above the steps: the names of the threads, or what the columns are.
    pub head: Line<'static>,
    /// The steps in order.
    pub steps: Vec<WalkStep>,
    /// The names of all threads.
    names: Vec<String>,
}

/// One step.
#[derive(Clone, Debug)]
pub struct WalkStep {
    /// The thread, by its place among all of them.
    pub lane: usize,
    /// The line of the answer it happens on, if it does so in the answer.
    pub line: Option<u32>,
    /// What happens, as it stands in the table.
    pub lines: Vec<Line<'static>>,
}

impl Walk {
    /// The execution in at most `width` columns; the steps' objects get the names that `source` gives them.
    pub fn new(source: &str, interleaving: &Interleaving, width: u16) -> Self {
        let (head, steps) = lanes::steps(interleaving, &Names::new(source, interleaving), width.into());
        let names = interleaving.lanes.iter().map(|lane| lane.name.clone()).collect();
        Walk { head, steps, names }
    }

    /// The name of a thread.
    pub fn name(&self, lane: usize) -> &str {
        self.names.get(lane).map_or("?", String::as_str)
    }

    /// Where that step is in a walk through the same execution that shows more of its steps. They have the end in common,
    /// so the steps are followed from there: each is the latest that its thread makes on its line.
    pub fn place_in(&self, fuller: &Walk, step: usize) -> usize {
        let mut place = fuller.steps.len();
        for own in self.steps.iter().skip(step).rev() {
            let is_same = |other: &WalkStep| (other.lane, other.line) == (own.lane, own.line);
            place = fuller.steps[..place].iter().rposition(is_same).unwrap_or(place);
        }
        place.min(fuller.steps.len().saturating_sub(1))
    }

    /// The line that each thread is at when that step happens, for those that have been on one.
    pub fn positions(&self, step: usize) -> Vec<(usize, u32)> {
        let mut positions: Vec<(usize, u32)> = Vec::new();
        for step in self.steps.iter().take(step + 1) {
            let Some(line) = step.line else { continue };
            match positions.iter_mut().find(|(lane, _)| *lane == step.lane) {
                Some(position) => position.1 = line,
                None => positions.push((step.lane, line)),
            }
        }
        positions
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use threadlings_report::{Lane, Place, Step};

    #[test]
    fn each_thread_stays_on_the_line_of_its_last_step() {
        let step = |lane, line| Step {
            lane,
            place: Some(Place { line, column: 1 }),
            operation: "load".into(),
            ..Step::default()
        };
        let unlock = Step { operation: "unlock".into(), ..step(0, 1) };
        let lanes = ["main", "thread 1"].map(|name| Lane { name: name.into() }).into();
        let steps = vec![step(0, 1), step(1, 7), step(0, 3), unlock];
        let walk = Walk::new("", &Interleaving { lanes, steps, ..Interleaving::default() }, 60);
        let positions: Vec<_> = (0..4).map(|step| walk.positions(step)).collect();
        assert_eq!(positions[0], [(0, 1)]);
        assert_eq!(positions[1], [(0, 1), (1, 7)]);
        // Where a lock is given back has no line of its own.
        assert_eq!((&positions[2], &positions[3]), (&vec![(0, 3), (1, 7)], &vec![(0, 3), (1, 7)]));
        assert_eq!(walk.head.to_string(), "      main     thread 1");
    }

    #[test]
    fn a_step_is_found_again_among_more_steps() {
        let walk = |lines: &[(usize, u32)]| {
            let place = |line| Some(Place { line, column: 1 });
            let step = |&(lane, line): &(usize, u32)| Step {
                lane,
                place: place(line),
                operation: "load".into(),
                ..Step::default()
            };
            let lanes = ["main", "thread 1"].map(|name| Lane { name: name.into() }).into();
            let interleaving =
                Interleaving { lanes, steps: lines.iter().map(step).collect(), ..Interleaving::default() };
            Walk::new("", &interleaving, 80)
        };
        let short = walk(&[(0, 4), (1, 4), (0, 5), (1, 5)]);
        let whole = walk(&[(0, 1), (0, 2), (0, 4), (1, 3), (1, 4), (0, 5), (1, 4), (1, 5)]);
        let found: Vec<usize> = (0..4).map(|step| short.place_in(&whole, step)).collect();
        assert_eq!(found, [2, 4, 5, 7]);
        let itself: Vec<usize> = (0..8).map(|step| whole.place_in(&whole, step)).collect();
        assert_eq!(itself, [0, 1, 2, 3, 4, 5, 6, 7]);
        // A step that has no counterpart is where the next one is.
        assert_eq!(walk(&[(1, 9), (1, 5)]).place_in(&whole, 0), 7);
    }
}
