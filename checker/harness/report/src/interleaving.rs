//! One execution, step by step.

use serde::{Deserialize, Serialize};

/// One execution of a hidden test: what each thread did, in the order in which it happened.
///
/// Texts in here may name an object by a mark, `{#3}` for `objects[3]`: whoever shows the interleaving knows the
/// learner's source text and puts a name there (`self.balance`, or "the Mutex made on line 12").
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Interleaving {
    /// The threads, in the order in which they were started; the first is the one the hidden test ran on.
    pub lanes: Vec<Lane>,
    /// What happened, in order.
    pub steps: Vec<Step>,
    /// Threads that can never go on, if that is what went wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocked: Vec<Blocked>,
    /// Locks, atomics, channels and the like that the texts name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objects: Vec<Object>,
}

/// A thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lane {
    /// `main`, the name given to `Builder::name`, or `thread 1`, `thread 2`, ... in order of their start.
    pub name: String,
}

/// A place in the learner's file. Both numbers count from 1, as rustc's do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// Line.
    pub line: u32,
    /// Column, in characters; of a method call, where the method's name begins.
    pub column: u32,
}

/// One thing a thread did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Index of the thread in [`Interleaving::lanes`].
    pub lane: usize,
    /// Where in the learner's file; none for steps of the hidden test itself. Of an `unlock`, where the lock was taken.
    pub place: Option<Place>,
    /// The operation, as it is called in std: `lock`, `load`, `store`, `send`, `spawn`.
    pub operation: String,
    /// Index in [`Interleaving::objects`] of what it was done to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<usize>,
    /// The memory ordering that applied, as std calls it: `Relaxed`. Only where orderings are judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ordering: Option<String>,
    /// What the operation read or returned, as its Debug text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read: Option<String>,
    /// What the operation wrote or handed over, as its Debug text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wrote: Option<String>,
    /// A remark: "overwrites thread 1", "an old value".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Whether this step is what went wrong, or one half of it, as each of two accesses that race.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub decisive: bool,
}

/// A thread that can never go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Blocked {
    /// Index of the thread in [`Interleaving::lanes`].
    pub lane: usize,
    /// Where in the learner's file; none if it waits inside the hidden test.
    pub place: Option<Place>,
    /// The operation it is stuck in: `lock`, `recv`, `join`.
    pub operation: String,
    /// Index in [`Interleaving::objects`] of what it waits for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<usize>,
    /// Why it can never go on.
    pub waits_for: WaitsFor,
}

/// Why a blocked thread can never go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WaitsFor {
    /// A lock that these threads hold, each with the place where it took it. It may hold it itself.
    Lock {
        /// Lane and place of every holder; a read lock can have several.
        holders: Vec<(usize, Option<Place>)>,
    },
    /// A message; these are the places where the senders still alive were made.
    Message {
        /// Where each living sender was made (its `channel()` or `clone()` call), if in the learner's file.
        senders: Vec<Option<Place>>,
    },
    /// Room in a bounded channel.
    Room {
        /// Lane of the thread that received from it last, if one ever has and that is known.
        receiver: Option<usize>,
    },
    /// The end of another thread.
    Thread {
        /// Its lane.
        lane: usize,
    },
    /// The end of all threads of a scope.
    Scope,
    /// A notification of a condition variable.
    Notification,
    /// An `unpark`.
    Unpark,
    /// Other threads at a barrier.
    Barrier {
        /// How many threads have arrived.
        arrived: usize,
        /// How many it takes.
        needed: usize,
    },
    /// Another thread's initialisation of a `OnceLock`, `LazyLock` or `Once`.
    Initialisation,
    /// A probe of the hidden test; the sentence says what the learner's code never let happen.
    Probe {
        /// The sentence, ready to be the first line of the report.
        sentence: String,
        /// What does not come, in a few words.
        stuck: String,
    },
    /// Nothing: it is running, and does not end.
    Nothing,
    /// Something else; the text says what.
    Other {
        /// What it waits for.
        what: String,
    },
}

/// A lock, an atomic, a channel, a cell: something threads share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Object {
    /// The type's name in std, without parameters: `Mutex`, `AtomicU32`, `Receiver`.
    pub kind: String,
    /// Where it was made, if in the learner's file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made: Option<Place>,
}
