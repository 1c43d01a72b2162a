//! Makes the interleaving that a report shows out of what was recorded.

use std::collections::BTreeMap;

use threadlings_report::{Blocked, Interleaving, Kind, Lane, Object, Step};

use crate::execution::{Log, place, with_log};
use crate::{remarks, selection, waiting};

/// Longest block of steps that is recognised as the body of a loop.
const LONGEST_LOOP: usize = 12;
/// How often a block must repeat before it is folded.
const FEWEST_REPEATS: usize = 3;
/// The same for a block that does the same with other values: a few of them are worth reading.
const FEWEST_ALIKE: usize = 10;
/// Most steps shown; of a longer execution the last ones.
const MOST_STEPS: usize = 40;

/// The execution that was recorded last, which ended in a failure of this kind. `full` keeps every step.
pub(crate) fn interleaving(kind: Kind, full: bool) -> Interleaving {
    with_log(|log| {
        let mut steps: Vec<_> = log.steps.iter().map(|recorded| recorded.step.clone()).collect();
        match kind {
            Kind::DataRace => remarks::mark_race(log, &mut steps),
            Kind::WrongResult | Kind::Panic => {
                remarks::note_lost_updates(log, &mut steps);
                remarks::note_stale_looks(log, &mut steps);
            }
            // Where somebody waits for its end the loop should end; another loop may be wrong for other reasons.
            Kind::Livelock if waiting::for_the_endless(log).is_some() => remarks::note_unwritten(&mut steps),
            _ => {}
        }
        if !full {
            // What comes after the panic that is reported is only its consequence.
            steps.truncate(log.last_step.unwrap_or(steps.len()));
            steps = selection::worth_showing(log, steps);
            steps = join_unlocks(steps);
            steps = fold_loops(steps);
            steps.drain(..steps.len().saturating_sub(MOST_STEPS));
        }
        let blocked = match kind {
            Kind::Deadlock => waiting::blocked(log),
            Kind::Livelock => waiting::starving(log),
            _ => Vec::new(),
        };
        let mut shown = Interleaving {
            lanes: (0..log.threads.len()).map(|thread| Lane { name: log.thread_name(thread) }).collect(),
            steps,
            blocked,
            objects: Vec::new(),
        };
        shown.objects = renumber_objects(log, &mut shown.steps, &mut shown.blocked);
        shown
    })
}

/// A lock that is given back before anything else happens is one step: what it holds in the end is what it wrote.
/// Elsewhere a lock that is given back unchanged wrote nothing, and a reader's is no step at all.
pub(crate) fn join_unlocks(steps: Vec<Step>) -> Vec<Step> {
    let mut joined: Vec<Step> = Vec::new();
    for mut step in steps {
        if step.operation == "unlock" {
            let of_this_lock = |other: &&mut Step| other.lane == step.lane && other.object == step.object;
            let taken = joined.iter_mut().rev().find(of_this_lock);
            if taken.is_some_and(|taken| taken.read == step.wrote) {
                step.wrote = None;
            }
            if let Some(last) = joined.last_mut().filter(of_this_lock) {
                last.operation.push_str(", unlock");
                last.wrote = step.wrote;
                last.note = step.note.or_else(|| last.note.take());
                continue;
            }
            let taken = joined.iter().rev().find(|other| other.lane == step.lane && other.object == step.object);
            if taken.is_some_and(|taken| ["read", "try_read"].contains(&taken.operation.as_str())) {
                continue;
            }
        }
        joined.push(step);
    }
    joined
}

/// The body of the loop that the steps end in, wherever in it they end; none if they end otherwise.
pub(crate) fn last_loop(steps: &[Step]) -> Option<&[Step]> {
    let bodies = (1..=LONGEST_LOOP.min(steps.len() / FEWEST_REPEATS)).map(|length| &steps[steps.len() - length..]);
    let repeats = |body: &&[Step]| steps.rchunks(body.len()).take(FEWEST_REPEATS).all(|block| block == *body);
    bodies.into_iter().find(repeats)
}

/// Shows a block of steps that repeats, as loops make them, once.
fn fold_loops(steps: Vec<Step>) -> Vec<Step> {
    let mut folded = Vec::new();
    let mut rest = &steps[..];
    while !rest.is_empty() {
        let (mut length, mut times) = longest_loop(rest, FEWEST_REPEATS, Step::eq);
        let the_same = times > 1;
        if !the_same {
            (length, times) = longest_loop(rest, FEWEST_ALIKE, alike);
        }
        folded.extend_from_slice(&rest[..length]);
        if let Some(last) = folded.last_mut().filter(|_| times > 1) {
            let what = if length == 1 { String::new() } else { format!("these {length} steps ") };
            let how = match (the_same, length) {
                (true, 1) => " the same",
                (true, _) => "",
                (false, _) => ", with other values",
            };
            let before = last.note.take().map_or_else(String::new, |note| format!("{note}; "));
            last.note = Some(format!("{before}{what}{times} times{how}"));
        }
        rest = &rest[length * times..];
    }
    folded
}

/// Whether a thread does the same as before, whatever it reads and writes.
fn alike(one: &Step, other: &Step) -> bool {
    let what = |step: &Step| (step.lane, step.place, step.object);
    what(one) == what(other) && one.operation == other.operation
}

/// The length of the block at the start whose repetitions cover the most steps, and how often it stands there.
fn longest_loop(steps: &[Step], fewest: usize, same: fn(&Step, &Step) -> bool) -> (usize, usize) {
    let repeats = |length: usize| {
        let again =
            |next: &&[Step]| next.len() == length && next.iter().zip(steps).all(|(next, first)| same(first, next));
        1 + steps[length..].chunks(length).take_while(again).count()
    };
    let loops = (1..=LONGEST_LOOP.min(steps.len() / 2)).map(|length| (length, repeats(length)));
    let loops = loops.filter(|(_, times)| *times >= fewest);
    // Of equally long ones the shortest block, which comes first.
    loops.rev().max_by_key(|(length, times)| length * times).unwrap_or((1, 1))
}

/// Keeps the objects that something refers to, in the order of their first mention.
fn renumber_objects(log: &Log, steps: &mut [Step], blocked: &mut [Blocked]) -> Vec<Object> {
    let mut numbers = BTreeMap::new();
    let mut objects = Vec::new();
    let mentions = steps.iter_mut().map(|step| &mut step.object);
    let mentions = mentions.chain(blocked.iter_mut().map(|blocked| &mut blocked.object));
    for mention in mentions.flatten() {
        let logged = &log.objects[*mention];
        *mention = *numbers.entry(*mention).or_insert_with(|| {
            objects.push(Object { kind: logged.kind.to_owned(), made: place(logged.made) });
            objects.len() - 1
        });
    }
    objects
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(lane: usize, operation: &str) -> Step {
        Step { lane, operation: operation.into(), ..Step::default() }
    }

    #[test]
    fn repeated_blocks_are_folded() {
        let mut steps = vec![step(0, "spawn")];
        for _ in 0..5 {
            steps.extend([step(0, "load"), step(1, "yield_now")]);
        }
        steps.push(step(1, "store"));
        let folded = fold_loops(steps);
        let operations: Vec<_> = folded.iter().map(|step| step.operation.as_str()).collect();
        assert_eq!(operations, ["spawn", "load", "yield_now", "store"]);
        assert_eq!(folded[2].note.as_deref(), Some("these 2 steps 5 times"));
    }

    #[test]
    fn blocks_with_other_values_are_folded_if_there_are_many() {
        let count = |times| {
            let steps = (0..times).flat_map(|count: usize| {
                [step(0, "load"), Step { wrote: Some(count.to_string()), ..step(0, "fetch_add") }]
            });
            fold_loops(steps.collect())
        };
        assert_eq!(count(9).len(), 18);
        let folded = count(10);
        assert_eq!(folded.len(), 2);
        assert_eq!(folded[1].wrote.as_deref(), Some("0"));
        assert_eq!(folded[1].note.as_deref(), Some("these 2 steps 10 times, with other values"));
    }

    #[test]
    fn a_lock_given_back_at_once_is_one_step() {
        let lock = Step { object: Some(0), read: Some("1".into()), ..step(0, "lock") };
        let unlock = Step { object: Some(0), wrote: Some("2".into()), ..step(0, "unlock") };
        let joined = join_unlocks(vec![lock.clone(), unlock]);
        assert_eq!(joined, [Step { operation: "lock, unlock".into(), wrote: Some("2".into()), ..lock }]);
    }

    #[test]
    fn what_is_noted_on_the_end_of_a_lock_stays() {
        let on_lock = |operation| Step { object: Some(0), ..step(0, operation) };
        let unlock = Step { note: Some("a panic poisons it".into()), ..on_lock("unlock") };
        let joined = join_unlocks(vec![on_lock("lock"), unlock]);
        assert_eq!(joined[0].note.as_deref(), Some("a panic poisons it"));
    }
}
