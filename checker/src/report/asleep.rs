//! Why a thread sleeps on at a condition variable though others notify, or why they should.

use threadlings_report::{Blocked, Interleaving, Step, WaitsFor};

use super::explain::wakeups;

/// Whether a `notify_one` woke another thread while one that is stuck was asleep, or woke one that could not use the news.
pub(super) fn one_of_several(interleaving: &Interleaving) -> bool {
    let name = |sleeper: &Blocked| interleaving.lanes.get(sleeper.lane).map_or("", |lane| lane.name.as_str());
    sleepers(interleaving).any(|sleeper| {
        let wakes = |step: &&Step| {
            step.operation == "notify_one"
                && step.object == sleeper.object
                && step.note.as_deref() != Some("wakes nobody")
        };
        let wakes_it = |step: &Step| step.note.as_deref() == Some(&format!("wakes {}", name(sleeper)));
        let slept = interleaving.steps.iter().skip(falls_asleep(sleeper, interleaving));
        slept.filter(wakes).any(|step| !wakes_it(step))
            || is_woken_in_vain(sleeper, interleaving) && interleaving.steps.iter().filter(wakes).any(wakes_it)
    })
}

/// What to say to somebody whose threads sleep on.
pub(super) fn why(interleaving: &Interleaving) -> &'static str {
    let is_never_told = |sleeper: &Blocked| wakeups(sleeper, interleaving).next().is_none();
    if sleepers(interleaving).all(is_never_told)
        || sleepers(interleaving).any(|sleeper| is_passed_over(sleeper, interleaving))
    {
        return "`wait` sleeps until somebody notifies: whoever changes what a thread waits for must do that.";
    }
    match sleepers(interleaving).any(|sleeper| is_woken_in_vain(sleeper, interleaving)) {
        true => {
            "A thread that was woken looks again, and sleeps on if what it waits for is not so, or not so any more."
        }
        false => {
            "A notification wakes who waits at that moment; it is not kept. Whoever comes later must see behind the lock \
             that it need not wait."
        }
    }
}

fn sleepers(interleaving: &Interleaving) -> impl Iterator<Item = &Blocked> {
    interleaving.blocked.iter().filter(|blocked| matches!(blocked.waits_for, WaitsFor::Notification))
}

/// Index of the step in which a thread fell asleep that never woke again.
fn falls_asleep(sleeper: &Blocked, interleaving: &Interleaving) -> usize {
    let falls_asleep = |step: &Step| {
        step.lane == sleeper.lane && step.object == sleeper.object && step.note.as_deref() != Some("goes on")
    };
    interleaving.steps.iter().rposition(falls_asleep).unwrap_or(interleaving.steps.len())
}

/// Whether a thread was woken, and did nothing but fall asleep again.
fn is_woken_in_vain(sleeper: &Blocked, interleaving: &Interleaving) -> bool {
    let before = &interleaving.steps[..falls_asleep(sleeper, interleaving)];
    let last = before.iter().rfind(|step| step.lane == sleeper.lane);
    last.is_some_and(|step| step.object == sleeper.object && step.note.as_deref() == Some("goes on"))
}

/// Whether another thread, which never notifies those that sleep here, has changed something behind a lock after the
/// thread fell asleep, and nobody notified after that.
fn is_passed_over(sleeper: &Blocked, interleaving: &Interleaving) -> bool {
    let later = &interleaving.steps[falls_asleep(sleeper, interleaving)..];
    let notifies = |step: &&Step| step.object == sleeper.object && step.operation.starts_with("notify");
    let changes =
        |step: &&Step| step.operation.ends_with("unlock") && step.wrote.is_some() && step.lane != sleeper.lane;
    !later.iter().any(|step| notifies(&step))
        && later.iter().filter(changes).any(|change| {
            !interleaving.steps.iter().filter(notifies).any(|notification| notification.lane == change.lane)
        })
}

#[cfg(test)]
mod tests {
    use threadlings_report::Lane;

    use super::*;

    fn step(lane: usize, operation: &str, note: &str) -> Step {
        Step { lane, operation: operation.into(), note: Some(note.into()), object: Some(0), ..Step::default() }
    }

    /// main sleeps after these steps.
    fn asleep(steps: Vec<Step>) -> Interleaving {
        let blocked = Blocked {
            lane: 0,
            place: None,
            operation: "wait".into(),
            object: Some(0),
            waits_for: WaitsFor::Notification,
        };
        let lanes = ["main", "thread 1"].map(|name| Lane { name: name.into() }).into();
        Interleaving { lanes, steps, blocked: vec![blocked], ..Interleaving::default() }
    }

    #[test]
    fn who_sleeps_on_is_told_why_no_notification_helps() {
        let notified = || step(1, "notify_all", "wakes nobody");
        let sleeps = || step(0, "wait", "unlocks and waits");
        let changed = |lane| Step { object: Some(1), wrote: Some("1".into()), ..step(lane, "lock, unlock", "") };
        for (steps, begin) in [
            (vec![sleeps()], "`wait` sleeps until"),
            (vec![notified(), sleeps()], "A notification wakes who waits at that moment"),
            (vec![notified(), sleeps(), changed(1)], "A notification wakes who waits at that moment"),
            (vec![notified(), sleeps(), changed(2)], "`wait` sleeps until"),
            (vec![notified(), changed(2), sleeps()], "A notification wakes who waits at that moment"),
            (vec![sleeps(), notified(), step(0, "wait", "goes on"), sleeps()], "A thread that was woken looks again"),
            (
                vec![sleeps(), notified(), step(0, "wait", "goes on"), step(0, "unlock", ""), sleeps()],
                "A notification wakes who waits at that moment",
            ),
        ] {
            let said = why(&asleep(steps));
            assert!(said.starts_with(begin), "{said}");
        }
    }

    #[test]
    fn a_single_notification_is_not_enough_for_several() {
        let sleeps = || step(0, "wait", "unlocks and waits");
        let wakes = |whom| step(2, "notify_one", whom);
        let goes_on = || step(0, "wait", "goes on");
        for (steps, expected) in [
            (vec![sleeps(), wakes("wakes thread 1")], true),
            (vec![wakes("wakes thread 1"), sleeps()], false),
            (vec![sleeps(), wakes("wakes nobody")], false),
            (vec![sleeps(), wakes("wakes main"), goes_on(), sleeps()], true),
            (vec![sleeps(), wakes("wakes main"), goes_on(), step(0, "unlock", ""), sleeps()], false),
        ] {
            assert_eq!(one_of_several(&asleep(steps.clone())), expected, "{steps:?}");
        }
    }
}
