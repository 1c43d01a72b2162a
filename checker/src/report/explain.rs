//! The words of a failing report: its first line, and one sentence of help.

use std::collections::BTreeMap;

use threadlings_report::{Blocked, Finding, GO_ON_FOR_EVER, Interleaving, Kind, Place, Step, WaitsFor};

use super::names::Names;
use super::{circle, edge};

/// The first line of the report: what the learner's code did.
pub(super) fn headline(finding: &Finding, names: &Names<'_>) -> String {
    let deadlock = finding.interleaving.as_ref().filter(|_| matches!(finding.kind, Kind::Deadlock | Kind::Hang));
    let livelock = finding.interleaving.as_ref().filter(|_| finding.headline == GO_ON_FOR_EVER);
    let told = match deadlock {
        Some(interleaving) => stuck(interleaving, names),
        None => livelock.and_then(|interleaving| restless(interleaving, names)),
    };
    told.unwrap_or_else(|| names.fill(&finding.headline))
}

/// How many of the last steps tell who goes on for ever.
const LAST_STEPS: usize = 12;

/// Who goes on for ever, and who waits because of that.
fn restless(interleaving: &Interleaving, names: &Names<'_>) -> Option<String> {
    let waits = |lane: usize| blocked_lanes(interleaving).any(|blocked| blocked == lane);
    let last = interleaving.steps.iter().rev().take(LAST_STEPS).filter(|step| !waits(step.lane));
    // The last line of each; of equal steps the later ones come first.
    let mut restless: BTreeMap<usize, Option<Place>> = BTreeMap::new();
    for step in last {
        let place = restless.entry(step.lane).or_default();
        *place = place.or(step.place.filter(|_| step.operation != "unlock"));
    }
    let runners: Vec<&str> = restless.keys().map(|runner| lane(interleaving, *runner)).collect();
    let mut sentence = match runners.split_last()? {
        (runner, []) => {
            let place = restless.values().next().copied().flatten();
            format!("livelock: {runner} goes on for ever{} without getting anywhere", on(place))
        }
        (last, others) => {
            format!("livelock: {} and {last} go on for ever without getting anywhere", others.join(", "))
        }
    };
    for blocked in &interleaving.blocked {
        sentence.push_str(&format!("; {}", waits_for(blocked, interleaving, names)));
    }
    Some(sentence)
}

/// That a thread waits, for what, and who has it.
fn waits_for(blocked: &Blocked, interleaving: &Interleaving, names: &Names<'_>) -> String {
    let what = awaited(blocked, interleaving, names);
    format!("{} waits{} for {what}", lane(interleaving, blocked.lane), on(blocked.place))
}

/// What a deadlock is about, from the threads that are stuck.
fn stuck(interleaving: &Interleaving, names: &Names<'_>) -> Option<String> {
    let blocked = &interleaving.blocked;
    // The hidden test knows best what should have happened.
    let sentence = blocked.iter().find_map(|blocked| match &blocked.waits_for {
        WaitsFor::Probe { sentence, .. } => Some(sentence.clone()),
        _ => None,
    });
    if sentence.is_some() {
        return sentence;
    }
    let locks: Vec<&Blocked> =
        blocked.iter().filter(|blocked| matches!(blocked.waits_for, WaitsFor::Lock { .. })).collect();
    if let Some(own) = locks.iter().find(|blocked| holders(blocked).any(|(lane, _)| lane == blocked.lane)) {
        let since = holders(own).find(|(lane, _)| *lane == own.lane).and_then(|(_, place)| place);
        // Such as in a closure of the test's, which the learner's code calls.
        let place = own.place.map_or_else(|| " in the test's code".to_owned(), |_| on(own.place));
        return Some(format!(
            "{} waits for ever{}: it already holds {} itself{}",
            lane(interleaving, own.lane),
            place,
            object(own, names),
            since.map_or(String::new(), |place| format!(", taken on line {}", place.line)),
        ));
    }
    // On real threads nobody can see who holds a lock.
    let unknown = || locks.iter().all(|blocked| holders(blocked).next().is_none());
    let circle = circle::find(interleaving).or_else(|| (locks.len() >= 2 && unknown()).then(|| locks.clone()));
    if let Some(circle) = circle {
        let each = circle.iter().map(|blocked| waits_for(blocked, interleaving, names));
        return Some(format!("deadlock: {}", each.collect::<Vec<_>>().join("; ")));
    }
    if let Some(running) = blocked.iter().find(|blocked| matches!(blocked.waits_for, WaitsFor::Nothing)) {
        let lane = lane(interleaving, running.lane);
        return Some(match names.function(&running.operation) {
            Some(begin) => format!("{lane} runs without end in `{}` (line {})", running.operation, begin.line),
            None => format!("{lane} runs without end{}", on(running.place)),
        });
    }
    // Whoever only waits for a stuck thread is stuck because of it.
    let is_cause = |blocked: &&Blocked| match &blocked.waits_for {
        WaitsFor::Thread { .. } | WaitsFor::Scope => false,
        WaitsFor::Lock { holders } => {
            !holders.iter().any(|(lane, _)| blocked_lanes(interleaving).any(|it| it == *lane))
        }
        _ => true,
    };
    let cause = blocked.iter().find(is_cause).or_else(|| blocked.first())?;
    if let Some(crowd) = crowd(cause, interleaving) {
        return Some(format!("{crowd} wait for ever at {}: nobody notifies them any more", object(cause, names)));
    }
    Some(format!(
        "{} waits for ever{}: {}{}",
        lane(interleaving, cause.lane),
        on(cause.place),
        reason(cause, interleaving, names),
        kept(cause, interleaving, names)
    ))
}

/// Threads that sleep on one condition variable, on different lines: they wait for different things.
fn crowd(cause: &Blocked, interleaving: &Interleaving) -> Option<String> {
    let same = |other: &&Blocked| other.object == cause.object && matches!(other.waits_for, WaitsFor::Notification);
    let sleepers: Vec<&Blocked> = interleaving.blocked.iter().filter(same).collect();
    let together = sleepers.iter().all(|sleeper| sleeper.place == cause.place);
    if !matches!(cause.waits_for, WaitsFor::Notification) || together {
        return None;
    }
    let each = sleepers.iter().map(|sleeper| format!("{}{}", lane(interleaving, sleeper.lane), on(sleeper.place)));
    Some(each.collect::<Vec<_>>().join(" and "))
}

/// A lock that a thread sleeps with, and who is kept out by that.
fn kept(cause: &Blocked, interleaving: &Interleaving, names: &Names<'_>) -> String {
    let is_kept_out = |other: &&Blocked| holders(other).any(|(holder, _)| holder == cause.lane);
    interleaving.blocked.iter().find(is_kept_out).map_or_else(String::new, |other| {
        format!(", and it holds {}, which {} waits for", object(other, names), lane(interleaving, other.lane))
    })
}

/// What a thread waits for.
fn awaited(blocked: &Blocked, interleaving: &Interleaving, names: &Names<'_>) -> String {
    match &blocked.waits_for {
        WaitsFor::Thread { lane: other } => format!("{} to end", lane(interleaving, *other)),
        WaitsFor::Scope => "the threads of its scope to end".into(),
        WaitsFor::Room { receiver: Some(receiver) } => {
            format!("room in {}, which only {} empties", channel(blocked, names), lane(interleaving, *receiver))
        }
        WaitsFor::Room { receiver: None } => format!("room in {}", channel(blocked, names)),
        WaitsFor::Message { .. } => "a message".into(),
        WaitsFor::Notification => "a notification".into(),
        _ => {
            let holders: Vec<&str> = holders(blocked).map(|(holder, _)| lane(interleaving, holder)).collect();
            let hold = if holders.len() == 1 { "holds" } else { "hold" };
            match holders.is_empty() {
                true => object(blocked, names),
                false => format!("{}, which {} {hold}", object(blocked, names), holders.join(" and ")),
            }
        }
    }
}

/// Why a thread cannot go on, in the few words that fit a lane; the headline says it in full.
pub(super) fn stuck_in_short(blocked: &Blocked, interleaving: &Interleaving) -> String {
    let why = match &blocked.waits_for {
        WaitsFor::Lock { holders } => match holders.first() {
            Some((holder, _)) if *holder == blocked.lane => "it holds it itself".to_owned(),
            Some((holder, _)) => format!("{} holds it", lane(interleaving, *holder)),
            None => "never given back".into(),
        },
        WaitsFor::Message { senders } if senders.is_empty() => "nothing comes".into(),
        WaitsFor::Message { .. } => "a Sender is alive".into(),
        WaitsFor::Room { receiver: Some(receiver) } if *receiver != blocked.lane => {
            format!("full, {} empties it", lane(interleaving, *receiver))
        }
        WaitsFor::Room { .. } => "the channel is full".into(),
        WaitsFor::Thread { lane: other } => format!("{} never ends", lane(interleaving, *other)),
        WaitsFor::Scope => "its threads never end".into(),
        WaitsFor::Notification => "nobody notifies".into(),
        WaitsFor::Unpark => "nobody unparks it".into(),
        WaitsFor::Barrier { arrived, needed } => format!("{arrived} of {needed} arrived"),
        WaitsFor::Nothing => return "runs without end".into(),
        WaitsFor::Probe { stuck, .. } => stuck.clone(),
        WaitsFor::Initialisation | WaitsFor::Other { .. } => return "stuck".into(),
    };
    format!("stuck: {why}")
}

/// Why a thread cannot go on, as the second half of a sentence.
fn reason(blocked: &Blocked, interleaving: &Interleaving, names: &Names<'_>) -> String {
    match &blocked.waits_for {
        WaitsFor::Lock { holders } if holders.iter().any(|(holder, _)| *holder == blocked.lane) => {
            format!("it holds {} itself", object(blocked, names))
        }
        WaitsFor::Lock { holders } if holders.is_empty() => format!("nobody gives {} back", object(blocked, names)),
        WaitsFor::Lock { holders } => {
            let holders =
                holders.iter().map(|(holder, place)| format!("{}{}", lane(interleaving, *holder), since(*place)));
            format!("{} is held by {}", object(blocked, names), holders.collect::<Vec<_>>().join(" and "))
        }
        WaitsFor::Message { senders } if senders.is_empty() => "nothing is sent any more".into(),
        WaitsFor::Message { senders } => {
            let places: Vec<String> = senders.iter().flatten().map(|place| place.line.to_string()).collect();
            let alive = if senders.len() == 1 { "a Sender is" } else { "Senders are" };
            match places.is_empty() {
                true => format!("the channel is empty and {alive} still alive, so it never closes"),
                false => format!(
                    "the channel is empty and {alive} still alive, made on line {}, so it never closes",
                    places.join(", ")
                ),
            }
        }
        WaitsFor::Room { .. } => "the channel is full and nobody receives".into(),
        WaitsFor::Thread { lane: other } => format!("{} never ends", lane(interleaving, *other)),
        WaitsFor::Scope => "the threads of its scope never end".into(),
        WaitsFor::Notification => "nobody notifies it any more".into(),
        WaitsFor::Unpark => "nobody unparks it any more".into(),
        WaitsFor::Barrier { arrived, needed } => {
            format!("{arrived} of {needed} threads arrived at the barrier, and no other comes")
        }
        WaitsFor::Initialisation => "the initialisation it waits for never ends".into(),
        WaitsFor::Probe { sentence, .. } => sentence.clone(),
        WaitsFor::Nothing => "it runs without end".into(),
        WaitsFor::Other { what } => what.clone(),
    }
}

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
        Kind::WrongResult if noted(" wrote since line ") || noted(" wrote in between") => {
            Some("Between giving a lock back and taking it again, another thread can change what it protects.")
        }
        Kind::WrongResult | Kind::Panic if wakes_up_in("park", interleaving) => {
            Some("`park` may return without an `unpark`: what it waits for must be looked at again, in a loop.")
        }
        Kind::WrongResult | Kind::Panic if noted("wakes up spuriously") => {
            Some("`wait` may return without a notification: what it waits for must be looked at again, in a loop.")
        }
        Kind::WrongResult if noted("fails spuriously") => {
            Some("`compare_exchange_weak` may fail although the value is the expected one: it belongs in a loop.")
        }
        Kind::WrongResult if noted("there is a value already") => {
            Some("Looking and setting are two steps: another thread can run between them.")
        }
        Kind::WrongResult if noted("an old value") => Some(
            "A thread may still read an older value of an atomic, unless something orders the store before the load.",
        ),
        Kind::Deadlock | Kind::Hang
            if waits(|it| matches!(it, WaitsFor::Message { senders } if !senders.is_empty())) =>
        {
            Some("A receiver's loop ends when the last Sender has been dropped, yours included.")
        }
        Kind::Deadlock | Kind::Hang if waits(|it| matches!(it, WaitsFor::Notification)) && wakes_one(interleaving) => {
            Some(
                "`notify_one` wakes one of the threads that wait, whether it can use the news or not; the others sleep on.",
            )
        }
        // Where a probe says what is wrong, the notification may well be right.
        Kind::Deadlock | Kind::Hang
            if waits(|it| matches!(it, WaitsFor::Notification))
                && !waits(|it| matches!(it, WaitsFor::Probe { .. })) =>
        {
            Some("A notification wakes who waits at that moment; it is not kept for who waits later.")
        }
        Kind::Deadlock | Kind::Hang if circle.is_some() => {
            let is_lock = |blocked: &&Blocked| matches!(blocked.waits_for, WaitsFor::Lock { .. });
            Some(match circle.iter().flatten().all(is_lock) {
                true => "Each waits for a lock that another of them holds: a circle that nobody can leave.",
                false => "Each waits for what only another of them can do: a circle that nobody can leave.",
            })
        }
        Kind::Deadlock | Kind::Hang if waits(|it| matches!(it, WaitsFor::Lock { .. })) => Some(
            "A lock is free again when its guard is dropped: by `drop`, at the end of the block, or, without a name, of the statement.",
        ),
        Kind::Deadlock | Kind::Hang if waits(|it| matches!(it, WaitsFor::Unpark)) => Some(
            "`park` sleeps until somebody unparks this very thread. An `unpark` that came before counts as well, but only one.",
        ),
        Kind::Hang if waits(|it| matches!(it, WaitsFor::Nothing)) => {
            Some("A loop goes round for ever: the condition that should end it never comes true here.")
        }
        Kind::Livelock if noted("fails: it is not ") => {
            Some("An exchange that failed tells what is there now. One that expects the old value again fails again.")
        }
        Kind::Livelock if noted("no other thread writes it") => {
            Some("A loop goes on until somebody changes the very thing that it looks at.")
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

/// Whether a `notify_one` woke a thread, so that others may still wait.
fn wakes_one(interleaving: Option<&Interleaving>) -> bool {
    let wakes = |note: &String| note != "wakes nobody";
    let steps = interleaving.iter().flat_map(|interleaving| &interleaving.steps);
    steps.into_iter().any(|step| step.operation == "notify_one" && step.note.as_ref().is_some_and(wakes))
}

fn blocked_lanes(interleaving: &Interleaving) -> impl Iterator<Item = usize> {
    interleaving.blocked.iter().map(|blocked| blocked.lane)
}

fn holders(blocked: &Blocked) -> impl Iterator<Item = (usize, Option<Place>)> {
    let holders = match &blocked.waits_for {
        WaitsFor::Lock { holders } => holders.as_slice(),
        _ => &[],
    };
    holders.iter().copied()
}

fn lane(interleaving: &Interleaving, lane: usize) -> &str {
    interleaving.lanes.get(lane).map_or("a thread", |lane| lane.name.as_str())
}

fn object(blocked: &Blocked, names: &Names<'_>) -> String {
    blocked.object.map_or_else(|| "a lock".to_owned(), |object| names.object(object, blocked.place))
}

/// The channel, called by the end that waits.
fn channel(blocked: &Blocked, names: &Names<'_>) -> String {
    let name = blocked.object.and_then(|object| names.short(object, blocked.place));
    name.map_or_else(|| "a full channel".to_owned(), |name| format!("the channel of `{name}`"))
}

fn on(place: Option<Place>) -> String {
    place.map_or(String::new(), |place| format!(" on line {}", place.line))
}

fn since(place: Option<Place>) -> String {
    place.map_or(String::new(), |place| format!(" since line {}", place.line))
}
