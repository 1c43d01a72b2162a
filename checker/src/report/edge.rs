//! The happens-before edge that a data race lacks, in one sentence.

use std::ops::{Range, RangeInclusive};

use threadlings_report::{Interleaving, Step};

use super::names::Names;

/// Says why nothing puts the two accesses of a data race in an order; none if nothing can be said.
pub(super) fn missing(interleaving: &Interleaving, names: &Names<'_>) -> Option<String> {
    let steps = &interleaving.steps;
    let mut decisive = steps.iter().enumerate().filter(|(_, step)| step.decisive).map(|(index, _)| index);
    let (Some(first), Some(second)) = (decisive.next(), decisive.next()) else {
        // They are a hidden test's, and no steps. What was meant to order them is what the threads did last.
        let last = steps.len().checked_sub(1)?;
        let (store, load, why) = hand_overs(steps).find_map(|(store, load)| {
            weakness(steps, (0..=store, store), (load..=last, load)).map(|why| (store, load, why))
        })?;
        return Some(format!("{}, {why}.", read(interleaving, names, store, load)));
    };
    let name = |step: &Step| name(interleaving, step);
    let (earlier, later) = (name(&steps[first]), name(&steps[second]));
    let Some((store, load)) = seen(steps, first..second, first, second) else {
        return Some(match seen(steps, 0..first, first, second) {
            Some((store, load)) => format!(
                "{}, but that was before its {}: a store publishes only what comes before it.",
                read(interleaving, names, store, load),
                steps[first].operation
            ),
            None => format!(
                "Before its access, {later} has read nothing that {earlier} stored after its own: \
                 no store and load, no lock and no join puts one before the other."
            ),
        });
    };
    let why = weakness(steps, (first..=store, store), (load..=second, load))?;
    Some(format!("{}, {why}.", read(interleaving, names, store, load)))
}

fn name<'a>(interleaving: &'a Interleaving, step: &Step) -> &'a str {
    interleaving.lanes.get(step.lane).map_or("a thread", |lane| lane.name.as_str())
}

/// That a load has read what a store has written.
fn read(interleaving: &Interleaving, names: &Names<'_>, store: usize, load: usize) -> String {
    let (store, load) = (&interleaving.steps[store], &interleaving.steps[load]);
    let object = store.object.map_or_else(|| "an atomic".into(), |object| names.object(object, store.place));
    let at = |step: &Step| step.place.map_or(String::new(), |place| format!(" on line {}", place.line));
    let (earlier, later) = (name(interleaving, store), name(interleaving, load));
    format!("{later} read{} what {earlier} stored in {object}{}", at(load), at(store))
}

/// Why a load does not see everything that came before the store which it has read; none if it does. Each comes with the
/// steps among which a fence of its thread counts.
fn weakness(
    steps: &[Step],
    (before, store): (RangeInclusive<usize>, usize),
    (after, load): (RangeInclusive<usize>, usize),
) -> Option<String> {
    let releases = orders(steps, before, store, &["Release", "AcqRel", "SeqCst"]);
    let acquires = orders(steps, after, load, &["Acquire", "AcqRel", "SeqCst"]);
    let ordering = |step: &Step| step.ordering.clone().unwrap_or_default();
    Some(match (releases, acquires) {
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
    })
}

/// Stores, and loads of other threads that have read what they wrote; the last one first.
fn hand_overs(steps: &[Step]) -> impl Iterator<Item = (usize, usize)> {
    let loads = (0..steps.len()).rev().filter(|&load| steps[load].ordering.is_some() && steps[load].read.is_some());
    loads.filter_map(|load| {
        let is_read = |store: &Step| {
            store.object == steps[load].object && store.ordering.is_some() && store.wrote == steps[load].read
        };
        let store = steps[..load].iter().rposition(is_read)?;
        (steps[store].lane != steps[load].lane).then_some((store, load))
    })
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
    fn accesses_of_a_probe_are_no_steps() {
        let step = |lane, operation: &str, ordering: &str, read: &str, wrote: Option<&str>| Step {
            lane,
            operation: operation.into(),
            object: Some(0),
            ordering: Some(ordering.into()),
            read: Some(read.into()),
            wrote: wrote.map(str::to_owned),
            ..Step::default()
        };
        let sentence = |steps: Vec<Step>| {
            let lanes = ["main", "thread 1"].map(|name| Lane { name: name.into() }).into();
            let interleaving = Interleaving { lanes, steps, ..Interleaving::default() };
            missing(&interleaving, &Names::new("", &interleaving))
        };
        let both = |first, second| {
            vec![step(0, "fetch_sub", first, "2", Some("1")), step(1, "fetch_sub", second, "1", Some("0"))]
        };
        let said = sentence(both("Release", "Release")).unwrap();
        assert!(said.starts_with("thread 1 read what main stored in "), "{said}");
        assert!(
            said.ends_with("Release without Acquire only publishes: what others have written may still be missing.")
        );
        assert!(sentence(both("Relaxed", "Acquire")).unwrap().contains("a store that is Relaxed"));
        assert_eq!(sentence(both("Release", "AcqRel")), None);
        assert_eq!(sentence(vec![step(0, "load", "Relaxed", "2", None)]), None);
    }

    #[test]
    fn a_load_that_read_something_else_connects_nothing() {
        let said = sentence("Release", "Acquire", "0").unwrap();
        assert!(said.starts_with("Before its access, main has read nothing that thread 1 stored"), "{said}");
    }
}
