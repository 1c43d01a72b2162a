//! Which steps of an execution are worth showing.

use std::collections::BTreeSet;

use threadlings_report::Step;

use crate::execution::{Log, place};

/// Operations on an `Arc` that tell its count.
const COUNT_LOOKS: [&str; 4] = ["strong_count", "weak_count", "make_mut", "upgrade"];

/// What an operation on an `Arc` returns if its count is not what it would take.
const REFUSED: [&str; 2] = ["None", "Err"];

/// Leaves out steps that hardly ever help, and those that the hidden test does with objects of its own.
///
/// The making and dropping of handles counts if somebody looks at the count, or gets nothing because of it; the accesses
/// to a payload count if they are those that race; and the joins count if nothing else is left but spawns.
pub(crate) fn worth_showing(log: &Log, steps: Vec<Step>) -> Vec<Step> {
    let matter: BTreeSet<usize> =
        steps.iter().filter(|step| matters(log, step)).filter_map(|step| step.object).collect();
    let learners = learners_objects(log, &steps);
    let worth: Vec<bool> = steps
        .iter()
        .zip(&log.steps)
        .map(|(step, recorded)| {
            let of = |objects: &BTreeSet<usize>| step.object.is_some_and(|object| objects.contains(&object));
            let is_the_tests = step.place.is_none() && step.object.is_some() && !of(&learners);
            step.decisive || (!recorded.dull || of(&matter)) && !is_the_tests
        })
        .collect();
    let only_spawns = steps.iter().zip(&worth).all(|(step, worth)| !worth || step.operation == "spawn");
    let shown = |(step, worth): &(Step, bool)| *worth || only_spawns && step.operation == "join";
    steps.into_iter().zip(worth).filter(shown).map(|(step, _)| step).collect()
}

/// Whether this step makes the other steps on its object worth showing.
fn matters(log: &Log, step: &Step) -> bool {
    let looks = COUNT_LOOKS.contains(&step.operation.as_str());
    let refused = step.read.as_deref().is_some_and(|read| REFUSED.contains(&read));
    let is_arc = || step.object.is_some_and(|object| log.objects[object].kind == "Arc");
    step.decisive || (looks || refused) && is_arc()
}

/// The objects that the learner's code has made or used.
fn learners_objects(log: &Log, steps: &[Step]) -> BTreeSet<usize> {
    let used = steps.iter().filter(|step| step.place.is_some()).filter_map(|step| step.object);
    let made = (0..log.objects.len()).filter(|object| place(log.objects[*object].made).is_some());
    let awaited = log.threads.iter().filter_map(|thread| thread.waiting.as_ref());
    used.chain(made).chain(awaited.filter_map(|waiting| waiting.learners_object())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::execution::ObjectLog;
    use crate::steps::Recorded;
    use threadlings_report::Place;

    const LINE: Option<Place> = Some(Place { line: 5, column: 1 });

    /// The operations that are shown of these steps: place, operation, object, what was read, whether it is dull.
    #[expect(clippy::type_complexity, reason = "a row of a table")]
    fn shown(steps: &[(Option<Place>, &str, Option<usize>, Option<&str>, bool)]) -> Vec<String> {
        let object =
            |kind| ObjectLog { kind, made: std::panic::Location::caller(), holders: Vec::new(), senders: Vec::new() };
        let record =
            |&(place, operation, object, read, dull): &(Option<Place>, &str, Option<usize>, Option<&str>, bool)| {
                let step = Step {
                    place,
                    operation: operation.into(),
                    object,
                    read: read.map(str::to_owned),
                    ..Step::default()
                };
                Recorded { step, dull }
            };
        let log = Log {
            objects: vec![object("Arc"), object("AtomicU32")],
            steps: steps.iter().map(record).collect(),
            ..Log::default()
        };
        let all = log.steps.iter().map(|recorded| recorded.step.clone()).collect();
        worth_showing(&log, all).into_iter().map(|step| step.operation).collect()
    }

    #[test]
    fn what_a_hidden_test_does_for_itself_is_left_out() {
        assert_eq!(shown(&[(None, "store", Some(1), None, false), (LINE, "lock", None, None, false)]), ["lock"]);
        let shared = [(None, "store", Some(1), None, false), (LINE, "load", Some(1), None, false)];
        assert_eq!(shown(&shared), ["store", "load"]);
    }

    #[test]
    fn handles_count_if_their_number_does() {
        let handles =
            |read| shown(&[(LINE, "clone", Some(0), None, true), (LINE, "into_inner", Some(0), Some(read), false)]);
        assert_eq!(handles("Some"), ["into_inner"]);
        assert_eq!(handles("None"), ["clone", "into_inner"]);
    }

    #[test]
    fn joins_are_shown_where_only_spawns_are_left() {
        let (spawn, join) = ((LINE, "spawn", None, None, false), (LINE, "join", None, None, true));
        assert_eq!(shown(&[spawn, join]), ["spawn", "join"]);
        assert_eq!(shown(&[spawn, (LINE, "lock", None, None, false), join]), ["spawn", "lock"]);
    }
}
