//! Busy waiting, called by its name.

use threadlings_report::{Interleaving, Step};

use crate::execution::Log;
use crate::interleaving::{join_unlocks, last_loop};

/// How many of the last steps are looked at: enough for the longest loop that is recognised.
const TAIL: usize = 100;

/// Operations by which a thread does something for others. Whoever does one of these does more than look.
const DEEDS: [&str; 6] = ["store", "send", "notify_one", "notify_all", "unpark", "spawn"];

/// Operations that come back after a time, whatever happens.
const NAPS: [&str; 5] = ["wait_timeout", "wait_timeout_while", "recv_timeout", "park_timeout", "sleep"];

/// What a thread does that only looks again and again, in one sentence; none if the execution ends otherwise. Objects are
/// named by marks, by their numbers in what is shown.
pub(crate) fn busy_waiting(log: &Log, shown: &Interleaving) -> Option<String> {
    let steps = log.steps.iter().filter(|recorded| !recorded.dull).map(|recorded| recorded.step.clone());
    let steps: Vec<Step> = steps.collect();
    let tail = join_unlocks(steps[steps.len().saturating_sub(TAIL)..].to_vec());
    let body = last_loop(&tail)?;
    let of_one = body.iter().all(|step| step.lane == body[0].lane);
    if !of_one || body.iter().any(|step| DEEDS.contains(&step.operation.as_str())) {
        return None;
    }
    let in_the_file = || body.iter().filter(|step| step.place.is_some());
    let first = in_the_file().min_by_key(|step| step.place)?;
    let nap = in_the_file().find(|step| NAPS.contains(&step.operation.as_str()));
    // Whoever asks an `Arc` for its count waits for whoever has the other handles; the source has no name for it.
    let kind = |number: &usize| shown.objects[*number].kind.as_str();
    let looked_at = in_the_file().filter_map(|step| number_of(step, shown)).find(|number| kind(number) != "Arc");
    let (thread, line) = (log.thread_name(first.lane), nap.unwrap_or(first).place?.line);
    let object = looked_at.map(|number| format!("{{#{number}}}"));
    let is_lock = looked_at.is_some_and(|number| ["Mutex", "RwLock"].contains(&kind(&number)));
    // What is exchanged in a flag is a lock mostly; elsewhere the exchange itself is what was wanted.
    let is_flag = looked_at.is_some_and(|number| kind(&number) == "AtomicBool");
    let only_exchanges = in_the_file().all(|step| step.operation.starts_with("compare_exchange"));
    Some(match (nap, object) {
        (Some(_), Some(object)) => {
            format!(
                "{thread} wakes up again and again on line {line} to look at {object}, instead of waiting until it is woken"
            )
        }
        (Some(_), None) => {
            format!("{thread} wakes up again and again on line {line}, instead of waiting until it is woken")
        }
        (None, Some(object)) if is_lock => {
            format!("{thread} spins on the lock {object} on line {line} instead of waiting")
        }
        (None, Some(object)) if only_exchanges && !is_flag => {
            format!("{thread} repeats an exchange of {object} on line {line} that fails each time")
        }
        (None, Some(object)) => format!("{thread} spins on {object} on line {line} instead of waiting"),
        (None, None) => format!("{thread} spins on line {line} instead of waiting"),
    })
}

/// The number that the object of a recorded step has in what is shown.
fn number_of(step: &Step, shown: &Interleaving) -> Option<usize> {
    step.object?;
    let same = |other: &&Step| (other.lane, other.place) == (step.lane, step.place) && other.object.is_some();
    shown.steps.iter().rev().find(same)?.object
}
