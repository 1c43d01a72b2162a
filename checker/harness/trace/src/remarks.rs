//! Remarks on steps that only a look at the whole execution allows: an update that gets lost, two accesses that race.

use std::collections::BTreeSet;

use threadlings_report::{Place, Step};

use crate::execution::Log;

/// A store whose thread had read the object before another thread wrote to it overwrites what that thread wrote.
pub(crate) fn note_lost_updates(log: &Log, steps: &mut [Step]) {
    for index in 0..steps.len() {
        let step = &steps[index];
        if step.operation != "store" || step.object.is_none() {
            continue;
        }
        let same_object = || steps[..index].iter().enumerate().rev().filter(|(_, other)| other.object == step.object);
        let own = same_object().find(|(_, other)| other.lane == step.lane);
        let Some((read, _)) = own.filter(|(_, other)| other.operation == "load") else { continue };
        let between = same_object().take_while(|(other, _)| *other > read);
        let lost = between.map(|(_, other)| other).find(|other| other.wrote.is_some() && other.note.is_none());
        if let Some(lost) = lost.map(|other| other.lane) {
            steps[index].note = Some(format!("overwrites {}", log.thread_name(lost)));
        }
    }
}

/// What a thread did with a lock from taking it to giving it back.
struct Section {
    lane: usize,
    object: usize,
    taken: usize,
    given_back: usize,
    place: Option<Place>,
    /// Whether it changed what the lock protects; none if that cannot be told.
    changed: Option<bool>,
}

/// A thread that looks at what a lock protects, gives the lock back and takes it again to write has not seen what
/// another thread wrote meanwhile.
pub(crate) fn note_stale_looks(log: &Log, steps: &mut [Step]) {
    let sections = sections(log, steps);
    for (index, writes) in sections.iter().enumerate() {
        let of_this_lock = |other: &&Section| other.object == writes.object;
        let Some(looks) = sections[..index].iter().rev().filter(of_this_lock).find(|it| it.lane == writes.lane) else {
            continue;
        };
        let mut between = sections.iter().filter(of_this_lock);
        let other = between.find(|it| {
            let meanwhile = it.lane != writes.lane && it.taken > looks.given_back && it.given_back < writes.taken;
            // Where values cannot be told, a thread that runs the same line has certainly written.
            let wrote = it.changed.unwrap_or(it.place == writes.place && looks.place != writes.place);
            meanwhile && wrote
        });
        // Two threads that add the same to the same old value: the second leaves what it found, at a line that writes.
        let same_line = other.is_some_and(|other| other.place == writes.place && looks.place != writes.place);
        let wrote_after_a_look = looks.changed != Some(true) && (writes.changed != Some(false) || same_line);
        if let (Some(other), Some(place)) = (other, looks.place)
            && wrote_after_a_look
            && steps[writes.taken].note.is_none()
        {
            let name = log.thread_name(other.lane);
            steps[writes.taken].note = Some(match looks.place == writes.place {
                true => format!("{name} wrote in between"),
                false => format!("{name} wrote since line {}", place.line),
            });
        }
    }
}

/// The sections that have ended, in the order of their beginnings.
fn sections(log: &Log, steps: &[Step]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut open: Vec<(usize, usize, usize)> = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let Some(object) = step.object.filter(|object| ["Mutex", "RwLock"].contains(&log.objects[*object].kind)) else {
            continue;
        };
        if step.operation != "unlock" {
            open.push((step.lane, object, index));
            continue;
        }
        let own = |&(lane, of, _): &(usize, usize, usize)| (lane, of) == (step.lane, object);
        let Some(position) = open.iter().rposition(own) else { continue };
        let (lane, object, taken) = open.remove(position);
        let whole = |text: &&String| !text.ends_with('…');
        let before = steps[taken].read.as_ref().filter(whole);
        let after = step.wrote.as_ref().filter(whole);
        let changed = before.zip(after).map(|(before, after)| before != after);
        sections.push(Section { lane, object, taken, given_back: index, place: steps[taken].place, changed });
    }
    sections.sort_by_key(|section| section.taken);
    sections
}

/// How many of the last steps may be the turn of a loop that never ends.
const LAST_TURN: usize = 12;

/// A thread that goes on for ever may look at something that nobody else has ever written.
pub(crate) fn note_unwritten(steps: &mut [Step]) {
    let Some(lane) = steps.last().map(|last| last.lane) else { return };
    let look = |step: &Step| {
        let is_look = step.lane == lane && step.operation == "load";
        step.object.zip(step.place).filter(|_| is_look)
    };
    let last_turn: BTreeSet<_> = steps.iter().rev().take(LAST_TURN).filter_map(look).collect();
    let others = steps.iter().filter(|step| step.lane != lane && step.wrote.is_some());
    let written: BTreeSet<usize> = others.filter_map(|step| step.object).collect();
    for step in steps.iter_mut().filter(|step| step.note.is_none()) {
        if look(step).is_some_and(|look| last_turn.contains(&look) && !written.contains(&look.0)) {
            step.note = Some("no other thread writes it".into());
        }
    }
}

/// Marks the two accesses of a data race: the last step, and the last one before it that it collides with.
pub(crate) fn mark_race(log: &Log, steps: &mut [Step]) {
    let writes = |step: &Step| step.operation == "write";
    let Some((later, before)) = steps.split_last_mut() else { return };
    let is_access = matches!(later.operation.as_str(), "read" | "write") && later.object.is_some();
    let collides = |other: &&mut Step| {
        other.object == later.object && other.lane != later.lane && (writes(other) || writes(later))
    };
    let Some(earlier) = before.iter_mut().rev().find(collides).filter(|_| is_access) else { return };
    earlier.note = Some(format!("races with {}", log.thread_name(later.lane)));
    later.note = Some(format!("races with {}", log.thread_name(earlier.lane)));
    (earlier.decisive, later.decisive) = (true, true);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::execution::ObjectLog;

    fn step(lane: usize, line: u32, operation: &str) -> Step {
        let place = Some(Place { line, column: 1 });
        Step { lane, place, operation: operation.into(), object: Some(0), ..Step::default() }
    }

    fn log(kind: &'static str) -> Log {
        let made = std::panic::Location::caller();
        Log { objects: vec![ObjectLog { kind, made, holders: Vec::new(), senders: Vec::new() }], ..Log::default() }
    }

    /// Sections of a lock, each with its thread, its line, and the value before and after it.
    fn locked(sections: &[(usize, u32, Option<u32>, Option<u32>)]) -> Vec<Step> {
        let text = |value: Option<u32>| value.map(|value| value.to_string());
        let steps = sections.iter().flat_map(|&(lane, line, before, after)| {
            let lock = Step { read: text(before), ..step(lane, line, "lock") };
            [lock, Step { wrote: text(after), ..step(lane, line, "unlock") }]
        });
        let mut steps: Vec<Step> = steps.collect();
        note_stale_looks(&log("Mutex"), &mut steps);
        steps
    }

    #[test]
    fn a_store_after_an_old_look_overwrites() {
        let mut steps = vec![
            Step { read: Some("0".into()), ..step(1, 5, "load") },
            Step { wrote: Some("1".into()), ..step(2, 6, "store") },
            Step { wrote: Some("1".into()), ..step(1, 6, "store") },
        ];
        note_lost_updates(&log("AtomicU32"), &mut steps);
        assert_eq!(steps[2].note.as_deref(), Some("overwrites thread 2"));
    }

    #[test]
    fn a_lock_taken_again_to_write_is_told_what_came_in_between() {
        for (line, note) in [(6, "thread 1 wrote since line 5"), (5, "thread 1 wrote in between")] {
            let steps = locked(&[(0, 5, Some(0), Some(0)), (1, line, Some(0), Some(1)), (0, line, Some(1), Some(2))]);
            assert_eq!(steps[4].note.as_deref(), Some(note));
            assert_eq!(steps.iter().filter(|step| step.note.is_some()).count(), 1);
        }
    }

    #[test]
    fn without_values_only_the_same_line_counts() {
        let steps = locked(&[(0, 5, None, None), (1, 6, None, None), (0, 6, None, None), (0, 9, None, None)]);
        let noted: Vec<_> = steps.iter().filter(|step| step.note.is_some()).collect();
        assert_eq!(noted.len(), 1);
        assert_eq!(noted[0].place.map(|place| place.line), Some(6));
    }

    #[test]
    fn looks_that_nothing_came_between_are_left_alone() {
        for sections in [
            // The other thread was first.
            &[(1, 6, Some(0), Some(1)), (0, 5, Some(1), Some(1)), (0, 6, Some(1), Some(2))][..],
            // It has only looked.
            &[(0, 5, Some(0), Some(0)), (1, 5, Some(0), Some(0)), (0, 6, Some(0), Some(1))],
            // This thread only looks again.
            &[(0, 5, Some(0), Some(0)), (1, 6, Some(0), Some(1)), (0, 9, Some(1), Some(1))],
            // The whole update is one section.
            &[(0, 6, Some(0), Some(1)), (1, 6, Some(1), Some(2)), (0, 6, Some(2), Some(3))],
        ] {
            assert!(locked(sections).iter().all(|step| step.note.is_none()), "{sections:?}");
        }
    }

    #[test]
    fn both_accesses_of_a_race_are_marked() {
        let mut steps = vec![step(1, 5, "write"), step(1, 6, "read"), step(0, 7, "load"), step(0, 8, "read")];
        mark_race(&log("UnsafeCell"), &mut steps);
        assert_eq!(steps[0].note.as_deref(), Some("races with main"));
        assert_eq!(steps[3].note.as_deref(), Some("races with thread 1"));
        assert_eq!(steps.iter().map(|step| step.decisive).collect::<Vec<_>>(), [true, false, false, true]);
    }
}
