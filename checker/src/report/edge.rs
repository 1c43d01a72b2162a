//! The happens-before edge that a data race lacks, in one sentence.

use std::ops::{Range, RangeInclusive};

use threadlings_report::{Interleaving, Step};

use super::names::Names;

/// Says why nothing puts the two accesses of a data race in an order; none if the race is not marked.
pub(super) fn missing(interleaving: &Interleaving, names: &Names<'_>) -> Option<String> {
    let steps = &interleaving.steps;
    let mut decisive = steps.iter().enumerate().filter(|(_, step)| step.decisive).map(|(index, _)| index);
    let (first, second) = (decisive.next()?, decisive.next()?);
    let name = |step: &Step| interleaving.lanes.get(step.lane).map_or("a thread", |lane| lane.name.as_str());
    let (earlier, later) = (name(&steps[first]), name(&steps[second]));
    let object =
        |step: &Step| step.object.map_or_else(|| "an atomic".into(), |object| names.object(object, step.place));
    let at = |step: &Step| step.place.map_or(String::new(), |place| format!(" on line {}", place.line));
    let read = |store: &Step, load: &Step| {
        format!("{later} read{} what {earlier} stored in {}{}", at(load), object(store), at(store))
    };
    let Some((store, load)) = seen(steps, first..second, first, second) else {
        return Some(match seen(steps, 0..first, first, second) {
            Some((store, load)) => format!(
                "{}, but that was before its {}: a store publishes only what comes before it.",
                read(&steps[store], &steps[load]),
                steps[first].operation
            ),
            None => format!(
                "Before its access, {later} has read nothing that {earlier} stored after its own: \
                 no store and load, no lock and no join puts one before the other."
            ),
        });
    };
    let releases = orders(steps, first..=store, store, &["Release", "AcqRel", "SeqCst"]);
    let acquires = orders(steps, load..=second, load, &["Acquire", "AcqRel", "SeqCst"]);
    let ordering = |step: &Step| step.ordering.clone().unwrap_or_default();
    let why = match (releases, acquires) {
        (true, true) => return None,
        (false, true) => {
            format!("but a store that is {} publishes nothing of what came before it", ordering(&steps[store]))
        }
        (true, false) if ordering(&steps[load]) == "Release" => {
            "but Release without Acquire only publishes: what others have written may still be missing".into()
        }
        (true, false) => {
            format!("but after a load that is {} other writes may still be missing", ordering(&steps[load]))
        }
        (false, false) if ordering(&steps[store]) == ordering(&steps[load]) => {
            format!("but {} orders nothing besides that atomic itself", ordering(&steps[store]))
        }
        (false, false) => format!(
            "but {} for the store and {} for the load order nothing besides that atomic itself",
            ordering(&steps[store]),
            ordering(&steps[load])
        ),
    };
    Some(format!("{}, {why}.", read(&steps[store], &steps[load])))
}

/// A store, among these steps, of the thread with the first access, and the load in front of the second access that read
/// what it stored.
fn seen(steps: &[Step], stores: Range<usize>, first: usize, second: usize) -> Option<(usize, usize)> {
    let (storing, loading) = (steps[first].lane, steps[second].lane);
    let is_store = |step: &Step| step.lane == storing && step.wrote.is_some() && step.ordering.is_some();
    stores.filter(|&store| is_store(&steps[store])).find_map(|store| {
        let reads = |step: &Step| {
            step.lane == loading
                && step.ordering.is_some()
                && step.object == steps[store].object
                && step.read == steps[store].wrote
        };
        (store + 1..second).find(|&load| reads(&steps[load])).map(|load| (store, load))
    })
}

/// Whether the access, or a fence of its thread in that range, has one of these orderings.
fn orders(steps: &[Step], range: RangeInclusive<usize>, access: usize, strong: &[&str]) -> bool {
    let has = |step: &Step| step.ordering.as_deref().is_some_and(|ordering| strong.contains(&ordering));
    let is_fence = |step: &Step| step.operation == "fence" && step.lane == steps[access].lane;
    has(&steps[access]) || steps[range].iter().any(|step| is_fence(step) && has(step))
}

#[cfg(test)]
mod tests {
    use super::*;
    use threadlings_report::{Lane, Object, Place};

    /// thread 1 writes on line 1 and stores on line 2, main loads on line 3 and reads on line 4.
    fn sentence(store: &str, load: &str, read: &str) -> Option<String> {
        let step = |lane, line, operation: &str, object| Step {
            lane,
            place: Some(Place { line, column: 7 }),
            operation: operation.into(),
            object: Some(object),
            ..Step::default()
        };
        let object = |kind: &str| Object { kind: kind.into(), made: None };
        let interleaving = Interleaving {
            lanes: ["main", "thread 1"].map(|name| Lane { name: name.into() }).into(),
            steps: vec![
                Step { decisive: true, ..step(1, 1, "write", 0) },
                Step { wrote: Some("1".into()), ordering: Some(store.into()), ..step(1, 2, "store", 1) },
                Step { read: Some(read.into()), ordering: Some(load.into()), ..step(0, 3, "load", 1) },
                Step { decisive: true, ..step(0, 4, "read", 0) },
            ],
            objects: vec![object("UnsafeCell"), object("AtomicU8")],
            ..Interleaving::default()
        };
        let source = "value.get();\nready.store(1);\nready.load();\nvalue.get();\n";
        missing(&interleaving, &Names::new(source, &interleaving))
    }

    #[test]
    fn the_weak_side_is_named() {
        let start = "main read on line 3 what thread 1 stored in `ready` on line 2, but ";
        for (store, load, why) in [
            ("Relaxed", "Acquire", "a store that is Relaxed publishes nothing of what came before it."),
            ("Release", "Relaxed", "after a load that is Relaxed other writes may still be missing."),
            ("Relaxed", "Relaxed", "Relaxed orders nothing besides that atomic itself."),
        ] {
            assert_eq!(sentence(store, load, "1"), Some(format!("{start}{why}")));
        }
        assert_eq!(sentence("Release", "Acquire", "1"), None);
    }

    #[test]
    fn a_load_that_read_something_else_connects_nothing() {
        let said = sentence("Release", "Acquire", "0").unwrap();
        assert!(said.starts_with("Before its access, main has read nothing that thread 1 stored"), "{said}");
    }
}
