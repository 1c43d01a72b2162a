//! Makes the interleaving that a report shows out of what was recorded.

use std::collections::BTreeMap;

use threadlings_report::{Blocked, Interleaving, Lane, Object, Step};

use crate::execution::{Log, place, with_log};
use crate::steps::Recorded;
use crate::waiting;

/// Longest block of steps that is recognised as the body of a loop.
const LONGEST_LOOP: usize = 12;
/// How often a block must repeat before it is folded.
const FEWEST_REPEATS: usize = 3;
/// Most steps shown; of a longer execution the last ones.
const MOST_STEPS: usize = 40;

/// The execution that was recorded last. `full` keeps every step.
pub fn interleaving(full: bool) -> Interleaving {
    with_log(|log| {
        let mut steps: Vec<_> = log.steps.iter().map(|recorded| recorded.step.clone()).collect();
        note_lost_updates(log, &mut steps);
        if !full {
            // What comes after the panic that is reported is only its consequence.
            steps.truncate(log.last_step.unwrap_or(steps.len()));
            steps = worth_showing(&log.steps, steps);
            steps = join_unlocks(steps);
            steps = fold_loops(steps);
            steps.drain(..steps.len().saturating_sub(MOST_STEPS));
        }
        let mut shown = Interleaving {
            lanes: (0..log.threads.len()).map(|thread| Lane { name: log.thread_name(thread) }).collect(),
            steps,
            blocked: waiting::blocked(log),
            objects: Vec::new(),
        };
        shown.objects = renumber_objects(log, &mut shown.steps, &mut shown.blocked);
        shown
    })
}

/// A store whose thread had read the object before another thread wrote to it overwrites what that thread wrote.
fn note_lost_updates(log: &Log, steps: &mut [Step]) {
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

/// Operations on an `Arc` that its count decides, or that tell it.
const COUNT_LOOKS: [&str; 7] =
    ["strong_count", "weak_count", "try_unwrap", "into_inner", "get_mut", "make_mut", "upgrade"];

/// Leaves out steps that hardly ever help. The making and dropping of handles counts if somebody looks at the count.
fn worth_showing(recorded: &[Recorded], steps: Vec<Step>) -> Vec<Step> {
    let looked_at = |step: &Step| {
        step.object.is_some()
            && recorded
                .iter()
                .map(|other| &other.step)
                .any(|other| other.object == step.object && COUNT_LOOKS.contains(&other.operation.as_str()))
    };
    let worth = |recorded: &Recorded| !recorded.dull || looked_at(&recorded.step);
    let worth: Vec<bool> = recorded.iter().map(worth).collect();
    steps.into_iter().zip(worth).filter_map(|(step, worth)| worth.then_some(step)).collect()
}

/// A lock that is given back before anything else happens is one step: what it holds in the end is what it wrote.
/// Elsewhere a lock that is given back unchanged wrote nothing.
fn join_unlocks(steps: Vec<Step>) -> Vec<Step> {
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
                continue;
            }
        }
        joined.push(step);
    }
    joined
}

/// Shows a block of steps that repeats, as loops that wait make them, once.
fn fold_loops(steps: Vec<Step>) -> Vec<Step> {
    let mut folded = Vec::new();
    let mut rest = &steps[..];
    while !rest.is_empty() {
        let (length, times) = longest_loop(rest);
        folded.extend_from_slice(&rest[..length]);
        if let Some(last) = folded.last_mut().filter(|_| times > 1) {
            last.note = Some(format!("{times} times the same"));
        }
        rest = &rest[length * times..];
    }
    folded
}

/// The length of the block at the start whose repetitions cover the most steps, and how often it stands there.
fn longest_loop(steps: &[Step]) -> (usize, usize) {
    let repeats =
        |length: usize| 1 + steps[length..].chunks(length).take_while(|next| *next == &steps[..length]).count();
    let loops = (1..=LONGEST_LOOP.min(steps.len() / 2)).map(|length| (length, repeats(length)));
    let loops = loops.filter(|(_, times)| *times >= FEWEST_REPEATS);
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
        Step { lane, place: None, operation: operation.into(), object: None, read: None, wrote: None, note: None }
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
        assert_eq!(folded[2].note.as_deref(), Some("5 times the same"));
    }

    #[test]
    fn a_lock_given_back_at_once_is_one_step() {
        let lock = Step { object: Some(0), read: Some("1".into()), ..step(0, "lock") };
        let unlock = Step { object: Some(0), wrote: Some("2".into()), ..step(0, "unlock") };
        let joined = join_unlocks(vec![lock.clone(), unlock]);
        assert_eq!(joined, [Step { operation: "lock, unlock".into(), wrote: Some("2".into()), ..lock }]);
    }
}
