//! The words of a failing report: its first line.

use std::collections::{BTreeMap, BTreeSet};

use threadlings_report::{Blocked, Finding, GO_ON_FOR_EVER, Interleaving, Kind, Place, Step, WaitsFor};

use super::circle;
use super::names::Names;

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
    let causes = || blocked.iter().filter(is_cause);
    let cause = causes().find(|cause| kept_out(cause, interleaving).is_some());
    let cause = cause.or_else(|| causes().next()).or_else(|| blocked.first())?;
    if only_receivers(interleaving) {
        return Some(format!(
            "{} wait for messages for ever: nobody else is left to send one",
            each(blocked, interleaving)
        ));
    }
    if let Some(crowd) = crowd(cause, interleaving) {
        let at = object(cause, names);
        return Some(format!("{crowd} wait for ever at {at}: nobody notifies them{}", any_more(cause, interleaving)));
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
    Some(each(sleepers, interleaving))
}

/// Threads that wait for messages of each other: each for another channel, and nobody else is there.
pub(super) fn only_receivers(interleaving: &Interleaving) -> bool {
    let blocked = &interleaving.blocked;
    let channels: BTreeSet<Option<usize>> = blocked.iter().map(|blocked| blocked.object).collect();
    let receives = |blocked: &Blocked| matches!(blocked.waits_for, WaitsFor::Message { .. });
    blocked.len() >= 2 && channels.len() == blocked.len() && blocked.iter().all(receives)
}

/// Threads and the lines on which they are: "main on line 1, thread 1 on line 2 and thread 2 on line 3".
fn each<'a>(blocked: impl IntoIterator<Item = &'a Blocked>, interleaving: &Interleaving) -> String {
    let each = blocked.into_iter().map(|blocked| format!("{}{}", lane(interleaving, blocked.lane), on(blocked.place)));
    let each: Vec<String> = each.collect();
    match each.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        _ => each.concat(),
    }
}

/// Who waits for a lock that this thread sleeps with.
pub(super) fn kept_out<'a>(sleeper: &Blocked, interleaving: &'a Interleaving) -> Option<&'a Blocked> {
    let is_kept_out = |other: &&Blocked| holders(other).any(|(holder, _)| holder == sleeper.lane);
    interleaving.blocked.iter().filter(|other| other.lane != sleeper.lane).find(is_kept_out)
}

/// A lock that a thread sleeps with, and who is kept out by that.
fn kept(cause: &Blocked, interleaving: &Interleaving, names: &Names<'_>) -> String {
    kept_out(cause, interleaving).map_or_else(String::new, |other| {
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

/// What to add if somebody has done before what a thread waits for.
fn any_more(blocked: &Blocked, interleaving: &Interleaving) -> &'static str {
    match wakeups(blocked, interleaving).next() {
        Some(_) => " any more",
        None => "",
    }
}

/// The steps that wake threads that wait as this one does, whether they have woken one or not.
pub(super) fn wakeups<'a>(blocked: &'a Blocked, interleaving: &'a Interleaving) -> impl Iterator<Item = &'a Step> {
    let name = lane(interleaving, blocked.lane);
    interleaving.steps.iter().filter(move |step| match blocked.waits_for {
        WaitsFor::Notification => step.object == blocked.object && step.operation.starts_with("notify"),
        WaitsFor::Unpark => step.operation == "unpark" && step.note.as_deref() == Some(name),
        _ => false,
    })
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
        WaitsFor::Notification => format!("nobody notifies it{}", any_more(blocked, interleaving)),
        WaitsFor::Unpark => format!("nobody unparks it{}", any_more(blocked, interleaving)),
        WaitsFor::Barrier { arrived, needed } => {
            format!("{arrived} of {needed} threads arrived at the barrier, and no other comes")
        }
        WaitsFor::Initialisation => "the initialisation it waits for never ends".into(),
        WaitsFor::Probe { sentence, .. } => sentence.clone(),
        WaitsFor::Nothing => "it runs without end".into(),
        WaitsFor::Other { what } => what.clone(),
    }
}

fn blocked_lanes(interleaving: &Interleaving) -> impl Iterator<Item = usize> {
    interleaving.blocked.iter().map(|blocked| blocked.lane)
}

pub(super) fn holders(blocked: &Blocked) -> impl Iterator<Item = (usize, Option<Place>)> {
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
