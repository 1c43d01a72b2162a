//! The source lines that an interleaving names, quoted below it where there is room.

use std::collections::BTreeSet;

use ratatui::style::Stylize;
use ratatui::text::{Line, Span};
use threadlings_report::{Blocked, Interleaving, Place, Step, WaitsFor};

use super::lanes::ON_THREADS;
use super::names::Names;
use super::width::cut;

/// The text of the lines in at most `rows` rows: first come those that decide, then those where locks were taken that
/// others wait for, then the latest. If not even those that decide find room, none is quoted: half of a race, or of a
/// deadlock, says nothing. Where a thread waits for itself, others only wait for it. A line that was `told` before is
/// not quoted again.
pub(super) fn lines(
    interleaving: &Interleaving,
    names: &Names<'_>,
    width: usize,
    rows: usize,
    told: Option<u32>,
) -> Vec<Line<'static>> {
    let quote = |line: u32| {
        let text = cut(names.line(line), width.saturating_sub(FRONT));
        Line::from(vec![Span::from(format!("{line:>4} │ ")), Span::from(text)]).dim()
    };
    chosen(interleaving, names, rows).into_iter().filter(|line| Some(*line) != told).map(quote).collect()
}

/// The lines that are quoted in at most `rows` rows.
pub(super) fn chosen(interleaving: &Interleaving, names: &Names<'_>, rows: usize) -> BTreeSet<u32> {
    let stuck = || interleaving.blocked.iter().filter_map(|blocked| blocked.place);
    let decides: Vec<Place> = match interleaving.blocked.iter().find_map(waits_for_itself) {
        Some(both) => both.into(),
        None => stuck().collect(),
    };
    let halves = interleaving.steps.iter().filter(|step| step.decisive).filter_map(|step| step.place);
    let has_text = |line: &u32| !names.line(*line).is_empty();
    let mut chosen: BTreeSet<u32> =
        decides.into_iter().chain(halves).map(|place| place.line).filter(has_text).collect();
    if chosen.len() > rows {
        return BTreeSet::new();
    }
    let held = interleaving.blocked.iter().flat_map(|blocked| match &blocked.waits_for {
        WaitsFor::Lock { holders } => holders.as_slice(),
        _ => &[],
    });
    let says_more = |step: &&Step| step.note.is_some() && !ON_THREADS.contains(&step.operation.as_str());
    let noted = interleaving.steps.iter().rev().filter(says_more);
    let latest = noted.chain(interleaving.steps.iter().rev()).filter_map(|step| step.place);
    let others = stuck().chain(held.filter_map(|(_, place)| *place)).chain(latest);
    for line in others.map(|place| place.line).filter(has_text) {
        if chosen.len() < rows {
            chosen.insert(line);
        }
    }
    chosen
}

/// Where a thread waits for a lock that it holds itself, and where it has taken it.
fn waits_for_itself(blocked: &Blocked) -> Option<[Place; 2]> {
    let WaitsFor::Lock { holders } = &blocked.waits_for else { return None };
    let (_, taken) = holders.iter().find(|(lane, _)| *lane == blocked.lane)?;
    Some([blocked.place?, (*taken)?])
}

/// Columns of the line number and the bar.
const FRONT: usize = 7;

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(rows: usize) -> Vec<String> {
        let step = |line, decisive| Step { place: Some(Place { line, column: 1 }), decisive, ..Step::default() };
        let steps = vec![step(1, true), step(2, false), step(3, false), step(3, false)];
        let interleaving = Interleaving { steps, ..Interleaving::default() };
        let names = Names::new("  first\nsecond\nthird\n", &interleaving);
        lines(&interleaving, &names, 12, rows, None).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn each_line_is_quoted_once_and_cut() {
        assert_eq!(quoted(9), ["   1 │ first", "   2 │ seco…", "   3 │ third"]);
    }

    #[test]
    fn what_decides_comes_first() {
        assert_eq!(quoted(1), ["   1 │ first"]);
        assert_eq!(quoted(2), ["   1 │ first", "   3 │ third"]);
        assert!(quoted(0).is_empty());
    }

    #[test]
    fn the_name_of_a_thread_is_no_remark() {
        let step = |line, operation: &str, note: Option<&str>| Step {
            place: Some(Place { line, column: 1 }),
            operation: operation.into(),
            note: note.map(str::to_owned),
            ..Step::default()
        };
        let steps = vec![step(1, "spawn", Some("thread 1")), step(2, "lock", None)];
        let interleaving = Interleaving { steps, ..Interleaving::default() };
        let names = Names::new("first\nsecond\n", &interleaving);
        assert_eq!(chosen(&interleaving, &names, 1), [2].into());
    }

    #[test]
    fn where_a_lock_was_taken_comes_before_other_lines() {
        let place = |line| Some(Place { line, column: 1 });
        let step = |line| Step { place: place(line), note: Some("a remark".into()), ..Step::default() };
        let stuck = Blocked {
            lane: 1,
            place: place(3),
            operation: "lock".into(),
            object: None,
            waits_for: WaitsFor::Lock { holders: vec![(0, place(2))] },
        };
        let steps = vec![step(2), step(1), step(3)];
        let interleaving = Interleaving { steps, blocked: vec![stuck], ..Interleaving::default() };
        let names = Names::new("first\nsecond\nthird\n", &interleaving);
        assert_eq!(chosen(&interleaving, &names, 2), [2, 3].into());
    }

    #[test]
    fn where_a_thread_waits_for_itself_comes_before_those_that_wait_for_it() {
        let place = |line| Some(Place { line, column: 1 });
        let stuck = |lane, line| Blocked {
            lane,
            place: place(line),
            operation: "lock".into(),
            object: None,
            waits_for: WaitsFor::Lock { holders: vec![(1, place(2))] },
        };
        let interleaving = Interleaving { blocked: vec![stuck(0, 1), stuck(1, 3)], ..Interleaving::default() };
        let names = Names::new("first\nsecond\nthird\n", &interleaving);
        assert_eq!(chosen(&interleaving, &names, 2), [2, 3].into());
        assert_eq!(chosen(&interleaving, &names, 3), [1, 2, 3].into());
    }
}
