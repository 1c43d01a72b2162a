//! Makes a failing execution simpler: the fewer deviations, the easier it is to read.

use crate::engine::run::End;
use crate::engine::search::{Body, guided};
use crate::engine::strategy::Deviation;

/// Most executions to spend on it.
const MOST_TRIES: u32 = 2_000;

/// Leaves out deviations, in chunks and then one by one, as long as the execution still ends the same way.
pub(crate) fn minimise(end: &End, deviations: Vec<Deviation>, body: &Body) -> Vec<Deviation> {
    // What goes on for ever takes long to look at, and is shown as the loop that it is.
    if *end == End::Livelock {
        return deviations;
    }
    let mut kept = deviations;
    let mut tries = 0;
    let mut chunk = (kept.len() / 2).max(1);
    loop {
        let length_before = kept.len();
        let mut to = kept.len();
        while to > 0 && tries < MOST_TRIES {
            let from = to.saturating_sub(chunk);
            let fewer: Vec<_> = kept[..from].iter().chain(&kept[to..]).copied().collect();
            tries += 1;
            if guided(&fewer, body).as_ref() == Some(end) {
                kept = fewer;
            }
            to = from;
        }
        if tries >= MOST_TRIES || chunk == 1 && kept.len() == length_before {
            return kept;
        }
        chunk = (chunk / 2).max(1);
    }
}
