//! What threads wait for, and who could let them go on: what a report on a deadlock is made of.

use threadlings_report::{Blocked, Place, Step, WaitsFor};

use crate::execution::{Log, is_recording, place, with_log};
use crate::{Caller, Identity};

/// What a thread is about to wait for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The lock named by the object.
    Lock,
    /// A message on the channel named by the object.
    Message,
    /// Room in the channel named by the object.
    Room,
    /// The end of this thread.
    Thread(usize),
    /// The end of all threads of a scope.
    Scope,
    /// A notification of the condition variable named by the object.
    Notification,
    /// An `unpark`.
    Unpark,
    /// So many threads at the barrier named by the object.
    Barrier {
        /// How many threads it takes.
        needed: usize,
    },
    /// Another thread's initialisation of the object.
    Initialisation,
    /// Something else.
    Other(String),
}

/// An operation that a thread is inside of and has not come back from.
pub(crate) struct Waiting {
    place: Option<Place>,
    operation: String,
    object: Option<usize>,
    cause: Cause,
    /// How many steps were recorded before it began.
    since: usize,
}

impl Waiting {
    /// The object it waits at, if the learner's code waits there.
    pub(crate) fn learners_object(&self) -> Option<usize> {
        self.object.filter(|_| self.place.is_some())
    }
}

/// `thread` begins to wait in `operation`.
pub fn waits(thread: usize, caller: Caller, operation: &'static str, object: Option<&Identity>, cause: Cause) {
    if is_recording() {
        let object = object.map(Identity::index);
        begins(thread, Waiting { place: place(caller), operation: operation.to_owned(), object, cause, since: 0 });
    }
}

/// `thread` begins to wait in an operation that no model knows the caller of.
pub fn waits_at(thread: usize, place: Option<Place>, operation: &str, cause: Cause) {
    if is_recording() {
        begins(thread, Waiting { place, operation: operation.to_owned(), object: None, cause, since: 0 });
    }
}

fn begins(thread: usize, mut waiting: Waiting) {
    with_log(|log| {
        waiting.since = log.steps.len();
        log.thread(thread).waiting = Some(waiting);
    });
}

/// `thread` no longer waits.
pub fn goes_on(thread: usize) {
    if is_recording() {
        with_log(|log| log.thread(thread).waiting = None);
    }
}

/// `thread` took the lock.
pub fn takes(thread: usize, caller: Caller, lock: &Identity) {
    if is_recording() {
        let lock = lock.index();
        with_log(|log| log.objects[lock].holders.push((thread, caller)));
    }
}

/// `thread` gave the lock back.
pub fn gives_back(thread: usize, lock: &Identity) {
    if is_recording() {
        let lock = lock.index();
        with_log(|log| {
            let holders = &mut log.objects[lock].holders;
            if let Some(index) = holders.iter().rposition(|holder| holder.0 == thread) {
                holders.remove(index);
            }
        });
    }
}

/// A sender of the channel was made: by `channel()` or by `clone()`. The model numbers the senders of a channel.
pub fn sender_made(channel: &Identity, sender: usize, caller: Caller) {
    if is_recording() {
        let channel = channel.index();
        with_log(|log| log.objects[channel].senders.push((sender, caller)));
    }
}

/// A sender of the channel was dropped.
pub fn sender_dropped(channel: &Identity, sender: usize) {
    if is_recording() {
        let channel = channel.index();
        with_log(|log| log.objects[channel].senders.retain(|living| living.0 != sender));
    }
}

/// `thread` goes into a probe of the hidden test; if it never comes out, the sentence says why that is wrong, and `stuck`
/// in a few words what does not come.
pub fn enters_probe(thread: usize, sentence: &str, stuck: &'static str) {
    if is_recording() {
        with_log(|log| log.thread(thread).probes.push((sentence.to_owned(), stuck)));
    }
}

/// `thread` comes out of the probe that it went into last.
pub fn leaves_probe(thread: usize) {
    if is_recording() {
        with_log(|log| log.thread(thread).probes.pop());
    }
}

/// What it means that a thread goes on for ever: another one waits in vain for its end.
pub(crate) fn for_the_endless(log: &Log) -> Option<String> {
    let goes_on = |lane: usize| log.threads.get(lane).is_some_and(|thread| thread.waiting.is_none());
    let waiting = blocked(log).into_iter().find_map(|blocked| match blocked.waits_for {
        WaitsFor::Thread { lane } if goes_on(lane) => Some((blocked.lane, blocked.place, lane)),
        _ => None,
    });
    let (waits, place, endless) = waiting?;
    let at = place.map_or_else(String::new, |place| format!(" on line {}", place.line));
    Some(format!(
        "{} waits{at} for the end of {}, which goes on for ever",
        log.thread_name(waits),
        log.thread_name(endless)
    ))
}

/// The threads that wait while others go on for ever: for the end of such a thread, or since the first half of the
/// execution. Who has just begun to wait for a lock may still get it, and a probe speaks for itself.
pub(crate) fn starving(log: &Log) -> Vec<Blocked> {
    let waits_long = |blocked: &Blocked| {
        let waiting = log.threads[blocked.lane].waiting.as_ref();
        waiting.is_some_and(|waiting| 2 * waiting.since <= log.steps.len())
    };
    let in_vain = |blocked: &Blocked| match blocked.waits_for {
        WaitsFor::Thread { .. } | WaitsFor::Scope => true,
        WaitsFor::Probe { .. } | WaitsFor::Other { .. } => false,
        _ => waits_long(blocked),
    };
    blocked(log).into_iter().filter(in_vain).collect()
}

/// The threads that wait at this moment.
pub(crate) fn blocked(log: &Log) -> Vec<Blocked> {
    let describe = |(lane, waiting): (usize, &Waiting)| Blocked {
        lane,
        place: waiting.place,
        operation: waiting.operation.clone(),
        object: waiting.object,
        waits_for: waits_for(log, lane, waiting),
    };
    let waiting = log.threads.iter().enumerate();
    waiting.filter_map(|(lane, thread)| Some((lane, thread.waiting.as_ref()?))).map(describe).collect()
}

fn waits_for(log: &Log, lane: usize, waiting: &Waiting) -> WaitsFor {
    if let Some((sentence, stuck)) = log.threads[lane].probes.last() {
        return WaitsFor::Probe { sentence: sentence.clone(), stuck: (*stuck).to_owned() };
    }
    let object = waiting.object.and_then(|index| log.objects.get(index));
    match &waiting.cause {
        Cause::Lock => {
            let holders = object.map_or(&[][..], |lock| &lock.holders);
            WaitsFor::Lock { holders: holders.iter().map(|&(lane, caller)| (lane, place(caller))).collect() }
        }
        Cause::Message => {
            let senders = object.map_or(&[][..], |channel| &channel.senders);
            WaitsFor::Message { senders: senders.iter().map(|&(_, caller)| place(caller)).collect() }
        }
        Cause::Barrier { needed } => WaitsFor::Barrier { arrived: waiting_at(log, waiting.object), needed: *needed },
        Cause::Room => WaitsFor::Room { receiver: waiting.object.and_then(|channel| receiver(log, channel)) },
        Cause::Thread(lane) => WaitsFor::Thread { lane: *lane },
        Cause::Scope => WaitsFor::Scope,
        Cause::Notification => WaitsFor::Notification,
        Cause::Unpark => WaitsFor::Unpark,
        Cause::Initialisation => WaitsFor::Initialisation,
        Cause::Other(what) => WaitsFor::Other { what: what.clone() },
    }
}

/// The thread that received from a channel last.
fn receiver(log: &Log, channel: usize) -> Option<usize> {
    let receives = |step: &&Step| step.object == Some(channel) && RECEIVING.contains(&step.operation.as_str());
    log.steps.iter().rev().map(|recorded| &recorded.step).find(receives).map(|step| step.lane)
}

/// Operations of the end of a channel that receives.
const RECEIVING: [&str; 3] = ["recv", "recv_timeout", "try_recv"];

/// How many threads wait at the same object.
fn waiting_at(log: &Log, object: Option<usize>) -> usize {
    let waiting = log.threads.iter().filter_map(|thread| thread.waiting.as_ref());
    waiting.filter(|waiting| waiting.object == object).count()
}
