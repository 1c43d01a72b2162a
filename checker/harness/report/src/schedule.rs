//! One schedule, so that it can be run again.

use serde::{Deserialize, Serialize};

use crate::{Finding, Interleaving};

/// What leads to one execution: where it leaves the ordinary course of things, in which a thread goes on until it waits.
///
/// It is told by what each thread had done until then, so it fits other code, too, as long as the threads do the same
/// things up to there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// What the test was known to notice, one bit each; it decides where threads may switch.
    pub noticed: u8,
    /// If all threads take turns: the steps of a turn. Then there are no switches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turn: Option<u32>,
    /// Where something else happens than the ordinary.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub switches: Vec<Switch>,
}

/// One decision that was not the ordinary one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Switch {
    /// Lane of the thread that ran.
    pub lane: usize,
    /// How many decisions it had met before.
    pub after: u32,
    /// Lane of the thread that ran next; or, where something else was decided, the number of the outcome.
    pub to: usize,
}

/// A schedule, run again on code that may have changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Replayed {
    /// The switches that could not be made: their thread never came so far, or the other could not run there.
    pub missed: Vec<Switch>,
    /// Why this execution failed, if it did.
    pub finding: Option<Finding>,
    /// What each thread did.
    pub interleaving: Interleaving,
}
