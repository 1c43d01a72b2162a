//! Threads that wait for each other in a circle.

use threadlings_report::{Blocked, Interleaving, WaitsFor};

/// The threads of a circle, each waiting for the next one and the last for the first; none if there is no circle of two
/// or more.
pub(super) fn find(interleaving: &Interleaving) -> Option<Vec<&Blocked>> {
    interleaving.blocked.iter().find_map(|blocked| path_back(interleaving, vec![blocked]))
}

/// Goes on from the last thread of the path until it comes back to the first.
fn path_back<'a>(interleaving: &'a Interleaving, path: Vec<&'a Blocked>) -> Option<Vec<&'a Blocked>> {
    let last = path[path.len() - 1];
    let next = interleaving.blocked.iter().filter(|other| waits_for(last, other));
    next.filter(|other| other.lane != last.lane).find_map(|other| {
        if other.lane == path[0].lane {
            return Some(path.clone());
        }
        if path.iter().any(|earlier| earlier.lane == other.lane) {
            return None;
        }
        path_back(interleaving, path.iter().copied().chain([other]).collect())
    })
}

fn waits_for(blocked: &Blocked, other: &Blocked) -> bool {
    match &blocked.waits_for {
        WaitsFor::Lock { holders } => holders.iter().any(|(lane, _)| *lane == other.lane),
        WaitsFor::Thread { lane } | WaitsFor::Room { receiver: Some(lane) } => *lane == other.lane,
        // Some thread has the receiver and never came to use it: one that waits for room as well.
        WaitsFor::Room { receiver: None } => matches!(other.waits_for, WaitsFor::Room { .. }),
        // A scope's threads were started after the one that opened it.
        WaitsFor::Scope => other.lane > blocked.lane,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn circle(waits: &[WaitsFor]) -> Option<Vec<usize>> {
        let blocked = |(lane, waits_for): (usize, &WaitsFor)| Blocked {
            lane,
            place: None,
            operation: String::new(),
            object: None,
            waits_for: waits_for.clone(),
        };
        let blocked = waits.iter().enumerate().map(blocked).collect();
        let interleaving = Interleaving { blocked, ..Interleaving::default() };
        find(&interleaving).map(|circle| circle.iter().map(|blocked| blocked.lane).collect())
    }

    fn lock(holder: usize) -> WaitsFor {
        WaitsFor::Lock { holders: vec![(holder, None)] }
    }

    #[test]
    fn a_circle_may_lead_through_locks_joins_and_scopes() {
        assert_eq!(circle(&[lock(1), lock(0)]), Some(vec![0, 1]));
        assert_eq!(circle(&[WaitsFor::Scope, lock(2), lock(1)]), Some(vec![1, 2]));
        assert_eq!(circle(&[WaitsFor::Thread { lane: 1 }, lock(0)]), Some(vec![0, 1]));
        assert_eq!(circle(&[WaitsFor::Scope, WaitsFor::Unpark, lock(0)]), Some(vec![0, 2]));
        let room = |receiver| WaitsFor::Room { receiver };
        assert_eq!(circle(&[room(Some(1)), room(None)]), Some(vec![0, 1]));
        assert_eq!(circle(&[room(Some(1)), lock(0)]), Some(vec![0, 1]));
    }

    #[test]
    fn to_wait_for_the_same_thread_is_no_circle() {
        assert_eq!(circle(&[WaitsFor::Unpark, lock(0), lock(0)]), None);
        assert_eq!(circle(&[WaitsFor::Scope, WaitsFor::Unpark]), None);
        assert_eq!(circle(&[WaitsFor::Room { receiver: None }, WaitsFor::Unpark]), None);
        assert_eq!(circle(&[lock(0)]), None, "to wait for oneself is told in another way");
    }
}
