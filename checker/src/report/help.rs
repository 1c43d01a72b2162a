//! The words of a failing report: one sentence of help.

use threadlings_report::{Blocked, Finding, Interleaving, Kind, Place, Step, WAS_STOPPED, WaitsFor};

use super::explain::{holders, kept_out, only_receivers};
use super::names::Names;
use super::{asleep, circle, edge};

/// One sentence of help.
pub(super) fn help(finding: &Finding, names: &Names<'_>) -> Option<String> {
    let interleaving = finding.interleaving.as_ref();
    match finding.kind {
        Kind::DataRace => interleaving.and_then(|interleaving| edge::missing(interleaving, names)),
        Kind::WrongResult => interleaving.and_then(|interleaving| failed_exchange(interleaving, names)),
        _ => None,
    }
    .or_else(|| general(finding).map(str::to_owned))
}

/// An exchange of the learner's that fails, not one that `fetch_update` tries again by itself.
fn failed_exchange(interleaving: &Interleaving, names: &Names<'_>) -> Option<String> {
    let fails = |step: &Step| step.note.as_ref().is_some_and(|note| note.starts_with("fails: it is not "));
    let is_written = |place: Place| names.line(place.line).contains("compare_exchange");
    let failed = interleaving.steps.iter().any(|step| fails(step) && step.place.is_some_and(is_written));
    failed.then(|| {
        "An exchange that fails has changed nothing: another thread was faster, and what was decided has to be decided anew.".into()
    })
}

/// What helps whatever the code looks like.
fn general(finding: &Finding) -> Option<&'static str> {
    let interleaving = finding.interleaving.as_ref();
    let noted = |what: &str| {
        interleaving
            .is_some_and(|it| it.steps.iter().any(|step| step.note.as_ref().is_some_and(|note| note.contains(what))))
    };
    let waits = |what: fn(&WaitsFor) -> bool| {
        interleaving.is_some_and(|it| it.blocked.iter().any(|blocked| what(&blocked.waits_for)))
    };
    let circle = interleaving.and_then(circle::find);
    match finding.kind {
        Kind::WrongResult if noted("overwrites") => {
            Some("Reading and writing are two steps: another thread can run between them.")
        }
        Kind::WrongResult | Kind::Panic if interleaving.is_some_and(is_surprised) => {
            Some("Between giving a lock back and taking it again, another thread can change what it protects.")
        }
        Kind::WrongResult | Kind::Panic if wakes_up_in("park", interleaving) => {
            Some("`park` may return without an `unpark`: what it waits for must be looked at again, in a loop.")
        }
        Kind::WrongResult | Kind::Panic | Kind::Deadlock if noted("returns though nothing is ready") => {
            Some("`ready` may return though nothing is ready: what it names must be tried, without waiting, in a loop.")
        }
        Kind::WrongResult | Kind::Panic if noted("wakes up spuriously") => {
            Some("`wait` may return without a notification: what it waits for must be looked at again, in a loop.")
        }
        Kind::Panic if interleaving.is_some_and(trusts_a_notification) => Some(
            "A notification proves nothing, another thread may be faster: what was waited for must be looked at again, in a loop.",
        ),
        Kind::Panic if noted("it is poisoned") => Some(
            "A panic while a guard lives poisons its lock: whoever locks it later gets an `Err`, even if the value is whole.",
        ),
        Kind::WrongResult if noted("fails spuriously") => {
            Some("`compare_exchange_weak` may fail although the value is the expected one: it belongs in a loop.")
        }
        Kind::WrongResult if noted("there is a value already") => {
            Some("Looking and setting are two steps: another thread can run between them.")
        }
        Kind::WrongResult if noted("an old value") => Some(
            "A thread may still read an older value of an atomic, unless something orders the store before the load.",
        ),
        Kind::Deadlock | Kind::Hang if interleaving.is_some_and(only_receivers) => {
            Some("Who waits for a message sends none meanwhile. What another one waits for has to be sent before.")
        }
        Kind::Deadlock | Kind::Hang if interleaving.is_some_and(receives_with_lock_in_hand) => Some(WITH_LOCK_IN_HAND),
        Kind::Deadlock | Kind::Hang if interleaving.is_some_and(counts_handles) => Some(
            "A count is old as soon as it is read: two handles that are dropped at the same time may both see the other one.",
        ),
        Kind::Deadlock | Kind::Hang
            if waits(|it| matches!(it, WaitsFor::Message { senders } if !senders.is_empty()))
                && !waits(|it| matches!(it, WaitsFor::Probe { .. })) =>
        {
            Some(
                "Each `recv` needs a message. It gives up only when the last Sender is gone, the receiver's own included.",
            )
        }
        Kind::Deadlock | Kind::Hang if interleaving.is_some_and(asleep::one_of_several) => Some(
            "`notify_one` wakes one of the threads that wait, whether it can use the news or not; the others sleep on.",
        ),
        Kind::Deadlock | Kind::Hang if with_lock_in_hand(interleaving).is_some() => with_lock_in_hand(interleaving),
        // Where a probe says what is wrong, the notification may well be right.
        Kind::Deadlock | Kind::Hang
            if waits(|it| matches!(it, WaitsFor::Notification))
                && !waits(|it| matches!(it, WaitsFor::Probe { .. })) =>
        {
            Some(asleep::why(interleaving?))
        }
        Kind::Deadlock | Kind::Hang if circle.is_some() => {
            let is_lock = |blocked: &&Blocked| matches!(blocked.waits_for, WaitsFor::Lock { .. });
            Some(match circle.iter().flatten().all(is_lock) {
                true => "Each waits for a lock that another of them holds: a circle that nobody can leave.",
                false => "Each waits for what only another of them can do: a circle that nobody can leave.",
            })
        }
        Kind::Deadlock | Kind::Hang if reads_again(interleaving) => Some(
            "A second read guard may have to wait for a writer that waits for the first one: a thread takes one at a time.",
        ),
        Kind::Deadlock | Kind::Hang if waits(|it| matches!(it, WaitsFor::Lock { .. })) => Some(
            "A lock is free again when its guard is dropped: by `drop`, at the end of the block, or, without a name, of the statement.",
        ),
        Kind::Deadlock | Kind::Hang if waits(|it| matches!(it, WaitsFor::Unpark)) => Some(
            "`park` sleeps until somebody unparks this very thread. An `unpark` that came before counts as well, but only one.",
        ),
        Kind::Deadlock | Kind::Hang if waits(|it| matches!(it, WaitsFor::Barrier { .. })) => {
            Some("A barrier opens when as many threads have arrived as it was made for; until then all of them wait.")
        }
        Kind::Hang if waits(|it| matches!(it, WaitsFor::Nothing)) => {
            Some("A loop goes round for ever: the condition that should end it never comes true here.")
        }
        Kind::Livelock if finding.headline.contains(WAS_STOPPED) => {
            Some("The system may stop a thread anywhere and for any time: whoever waits for it stands still as long.")
        }
        Kind::Livelock if noted("fails: it is not ") => {
            Some("An exchange that failed tells what is there now. One that expects the old value again fails again.")
        }
        Kind::Livelock if noted("no other thread writes it") => {
            Some("A loop goes on until somebody changes the very thing that it looks at.")
        }
        Kind::Livelock if noted("all senders are gone") => {
            Some("A closed channel is always ready: a loop that goes on asking it never sleeps.")
        }
        Kind::Livelock => {
            Some("A loop that waits must let the thread it waits for make progress, and must not burn time.")
        }
        Kind::DataRace => Some(
            "A Release store and the Acquire load that reads it order everything before the one before everything after the other.",
        ),
        Kind::EndedEarly => Some("A test counts only when your code returns; ending the process proves nothing."),
        Kind::Interface => Some("Compare the names, parameters and types with the header of the exercise."),
        _ => None,
    }
}

/// Whether a thread wakes up in this operation though nobody has woken it.
fn wakes_up_in(operation: &str, interleaving: Option<&Interleaving>) -> bool {
    let steps = interleaving.iter().flat_map(|interleaving| &interleaving.steps);
    let spurious = |note: &String| note == "wakes up spuriously";
    steps.into_iter().any(|step| step.operation == operation && step.note.as_ref().is_some_and(spurious))
}

/// Whether the first thread that panics does so right after a wait that ended with a notification.
fn trusts_a_notification(interleaving: &Interleaving) -> bool {
    let steps = &interleaving.steps;
    let Some(panic) = steps.iter().position(|step| step.operation == "panic") else { return false };
    let before = steps[..panic].iter().rev().find(|step| step.lane == steps[panic].lane);
    before.is_some_and(|step| step.operation == "wait" && step.note.as_deref() == Some("goes on"))
}

/// Whether several threads have asked how many handles there are, and each saw more than its own.
fn counts_handles(interleaving: &Interleaving) -> bool {
    let sees_others = |step: &&Step| step.operation == "strong_count" && step.read.as_deref() != Some("1");
    let mut lanes = interleaving.steps.iter().filter(sees_others).map(|step| step.lane);
    lanes.next().is_some_and(|first| lanes.any(|other| other != first))
}

/// How the names of operations begin that wait for others.
const WAITS: [&str; 5] = ["wait", "sleep", "join", "park", "recv"];

/// Whether a thread finds something else behind a lock than it has left there, without having waited meanwhile: who waits
/// reckons with that.
fn is_surprised(interleaving: &Interleaving) -> bool {
    let steps = &interleaving.steps;
    steps.iter().enumerate().any(|(index, found)| {
        let note = found.note.as_deref().unwrap_or_default();
        let earlier = steps[..index].iter().rev().filter(|step| step.lane == found.lane);
        let mut meanwhile = earlier.take_while(|step| step.object != found.object);
        let changed = note.contains(" wrote since line ") || note.contains(" wrote in between");
        changed && !meanwhile.any(|step| WAITS.iter().any(|waits| step.operation.starts_with(waits)))
    })
}

const WITH_LOCK_IN_HAND: &str =
    "A thread keeps its locks while it sleeps: whoever could wake it must not need one of them.";

/// Whether a thread waits for a message with a lock in its hands that another one needs, not just to receive as well.
fn receives_with_lock_in_hand(interleaving: &Interleaving) -> bool {
    let receives = |blocked: &&Blocked| matches!(blocked.waits_for, WaitsFor::Message { .. });
    interleaving.blocked.iter().filter(receives).any(|receiver| {
        let Some(other) = kept_out(receiver, interleaving) else { return false };
        let taken = holders(other).find(|(lane, _)| *lane == receiver.lane).and_then(|(_, place)| place);
        taken.map(|place| place.line) != other.place.map(|place| place.line)
    })
}

/// For a thread that sleeps with a lock in its hands, and thereby keeps another one out.
fn with_lock_in_hand(interleaving: Option<&Interleaving>) -> Option<&'static str> {
    let interleaving = interleaving?;
    let is_asleep = |blocked: &&Blocked| {
        matches!(blocked.waits_for, WaitsFor::Notification | WaitsFor::Unpark | WaitsFor::Barrier { .. })
    };
    let mut sleepers = interleaving.blocked.iter().filter(is_asleep);
    if sleepers.any(|sleeper| kept_out(sleeper, interleaving).is_some()) {
        return Some(WITH_LOCK_IN_HAND);
    }
    let held_up = |blocked: &&Blocked| matches!(blocked.waits_for, WaitsFor::Probe { .. });
    let keeps_out = |blocked: &Blocked| kept_out(blocked, interleaving);
    let stays_out = interleaving.blocked.iter().filter(held_up).find_map(keeps_out)?;
    let kind = stays_out.object.and_then(|object| interleaving.objects.get(object)).map(|object| object.kind.as_str());
    Some(match kind {
        Some("RwLock") => {
            "As long as a write guard lives, everybody else is kept out; a read guard keeps out only writers."
        }
        _ => "As long as a guard lives, the others are kept out, whatever they should do meanwhile.",
    })
}

/// Whether a thread waits for a second read guard, because a writer waits that it keeps out with its first one.
fn reads_again(interleaving: Option<&Interleaving>) -> bool {
    interleaving.is_some_and(|interleaving| {
        let reads = |blocked: &&Blocked| blocked.operation == "read";
        let keeps_out_a_writer =
            |reader: &Blocked| kept_out(reader, interleaving).is_some_and(|other| other.operation == "write");
        interleaving.blocked.iter().filter(reads).any(keeps_out_a_writer)
    })
}

#[cfg(test)]
mod tests {
    use threadlings_report::{Lane, Object};

    use super::*;

    /// What helps if these threads are stuck, each in an operation on the first object.
    fn help_for(kind: &str, steps: Vec<Step>, blocked: &[(usize, &str, WaitsFor)]) -> String {
        let stuck = |(lane, operation, waits_for): &(usize, &str, WaitsFor)| Blocked {
            lane: *lane,
            place: None,
            operation: (*operation).into(),
            object: Some(0),
            waits_for: waits_for.clone(),
        };
        let interleaving = Interleaving {
            lanes: ["main", "thread 1"].map(|name| Lane { name: name.into() }).into(),
            objects: vec![Object { kind: kind.into(), made: None }],
            steps,
            blocked: blocked.iter().map(stuck).collect(),
        };
        let finding = Finding { interleaving: Some(interleaving.clone()), ..Finding::new(Kind::Deadlock, "stuck") };
        help(&finding, &Names::new("", &interleaving)).unwrap()
    }

    fn step(lane: usize, operation: &str, note: &str) -> Step {
        Step { lane, operation: operation.into(), note: Some(note.into()), object: Some(0), ..Step::default() }
    }

    /// What helps if these threads, each given by its line and a channel or a lock, are stuck.
    fn help_at(stuck: &[(u32, usize, WaitsFor)]) -> String {
        let blocked = stuck.iter().enumerate().map(|(lane, (line, object, waits_for))| Blocked {
            lane,
            place: Some(Place { line: *line, column: 1 }),
            operation: String::new(),
            object: Some(*object),
            waits_for: waits_for.clone(),
        });
        let interleaving = Interleaving { blocked: blocked.collect(), ..Interleaving::default() };
        let finding = Finding { interleaving: Some(interleaving.clone()), ..Finding::new(Kind::Deadlock, "stuck") };
        help(&finding, &Names::new("", &interleaving)).unwrap()
    }

    #[test]
    fn who_receives_keeps_others_waiting() {
        let place = |line| Some(Place { line, column: 1 });
        let message = || WaitsFor::Message { senders: vec![place(1)] };
        let lock = || WaitsFor::Lock { holders: vec![(0, place(2))] };
        // Another one wants the lock for something else; for the same; it is the sender, and waits for the end.
        assert!(help_at(&[(2, 0, message()), (7, 1, lock())]).starts_with("A thread keeps its locks"));
        assert!(help_at(&[(3, 0, message()), (2, 1, lock())]).starts_with("Each `recv` needs"));
        let joins = WaitsFor::Thread { lane: 0 };
        assert!(help_at(&[(3, 0, message()), (4, 1, joins)]).starts_with("Each `recv` needs"));
        assert!(help_at(&[(3, 0, message()), (4, 1, message())]).starts_with("Who waits for a message"));
        assert!(help_at(&[(3, 0, message()), (4, 0, message())]).starts_with("Each `recv` needs"));
    }

    #[test]
    fn who_counts_handles_is_told_that_others_do_as_well() {
        let counted = |lane, read: &str| Step { read: Some(read.into()), ..step(lane, "strong_count", "") };
        let message = [(0, "recv", WaitsFor::Message { senders: vec![None] })];
        let help = |last| help_for("Receiver", vec![counted(0, "2"), last], &message);
        assert!(help(counted(1, "2")).starts_with("A count is old"));
        assert!(help(counted(1, "1")).starts_with("Each `recv`"));
        assert!(help(counted(0, "2")).starts_with("Each `recv`"));
    }

    #[test]
    fn a_panic_over_a_poisoned_lock_is_told_where_the_poison_comes_from() {
        let steps = vec![step(0, "lock", "it is poisoned")];
        let interleaving = Interleaving { steps, ..Interleaving::default() };
        let finding = Finding { interleaving: Some(interleaving), ..Finding::new(Kind::Panic, "panics") };
        assert!(general(&finding).is_some_and(|help| help.starts_with("A panic while a guard lives")));
    }

    #[test]
    fn who_panics_after_a_wait_is_told_to_look_again() {
        let help = |last: Step| {
            let steps =
                vec![step(0, "wait", "goes on"), step(1, "lock", ""), last, step(0, "panic", "there is no item")];
            let interleaving = Interleaving { steps, ..Interleaving::default() };
            general(&Finding { interleaving: Some(interleaving), ..Finding::new(Kind::Panic, "panics") })
        };
        assert!(help(step(1, "unlock", "")).is_some_and(|help| help.starts_with("A notification proves nothing")));
        assert_eq!(help(step(0, "lock", "")), None);
    }

    #[test]
    fn a_lock_that_is_waited_for_is_told_by_what_its_holder_does() {
        let held_by = |holder| WaitsFor::Lock { holders: vec![(holder, None)] };
        let probe = WaitsFor::Probe { sentence: "they never meet".into(), stuck: "nobody else comes".into() };
        for (kind, blocked, begin) in [
            ("Mutex", vec![(0, "lock", held_by(0))], "A lock is free again"),
            ("Mutex", vec![(0, "park", WaitsFor::Unpark), (1, "lock", held_by(0))], "A thread keeps its locks"),
            ("Mutex", vec![(0, "wait", probe.clone()), (1, "lock", held_by(0))], "As long as a guard lives"),
            ("RwLock", vec![(0, "wait", probe), (1, "read", held_by(0))], "As long as a write guard lives"),
            ("RwLock", vec![(0, "read", held_by(0)), (1, "write", held_by(0))], "A second read guard"),
            ("RwLock", vec![(0, "write", held_by(0)), (1, "write", held_by(0))], "A lock is free again"),
        ] {
            let help = help_for(kind, Vec::new(), &blocked);
            assert!(help.starts_with(begin), "{help}");
        }
    }

    #[test]
    fn who_panics_over_what_another_thread_changed_is_told_so() {
        let steps = vec![step(0, "lock", ""), step(0, "lock", "thread 1 wrote since line 1"), step(0, "panic", "none")];
        let interleaving = Interleaving { steps, ..Interleaving::default() };
        let finding = Finding { interleaving: Some(interleaving), ..Finding::new(Kind::Panic, "panics") };
        assert!(general(&finding).is_some_and(|help| help.starts_with("Between giving a lock back")));
    }

    #[test]
    fn who_has_waited_is_not_surprised_by_what_others_wrote() {
        let wrote = |waits: &str| {
            let steps = vec![step(0, "lock", ""), step(0, waits, ""), step(0, "lock", "thread 1 wrote since line 1")];
            let mut interleaving = Interleaving { steps, ..Interleaving::default() };
            interleaving.steps[1].object = None;
            is_surprised(&interleaving)
        };
        assert!(wrote("load") && !wrote("sleep") && !wrote("wait_while"));
    }
}
