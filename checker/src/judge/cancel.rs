//! Ending a check that nobody wants any more, with every process it has started.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustix::process::{Pid, Signal, kill_process_group};

/// Shared by a check and whoever may end it. Cloning gives another handle to the same check.
#[derive(Clone, Debug, Default)]
pub struct Cancel {
    state: Arc<Mutex<State>>,
    whole: Option<Box<Cancel>>,
}

#[derive(Debug, Default)]
struct State {
    cancelled: bool,
    groups: Vec<Pid>,
}

impl Cancel {
    /// A check that is not cancelled yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A part of this check, which can be ended alone and ends with the whole.
    pub fn part(&self) -> Self {
        Cancel { state: Arc::default(), whole: Some(Box::new(self.clone())) }
    }

    /// Ends the check: every process group it runs is killed, and it starts no more.
    pub fn cancel(&self) {
        let mut state = self.state();
        state.cancelled = true;
        for group in state.groups.drain(..) {
            kill(group);
        }
    }

    /// Whether the check was ended.
    pub fn is_cancelled(&self) -> bool {
        self.state().cancelled || self.whole.as_ref().is_some_and(|whole| whole.is_cancelled())
    }

    /// Makes a process group belong to the check; it is killed at once if the check has been ended already.
    pub(super) fn add(&self, group: Pid) {
        let mut state = self.state();
        if state.cancelled {
            kill(group);
        } else {
            state.groups.push(group);
        }
        drop(state);
        if let Some(whole) = &self.whole {
            whole.add(group);
        }
    }

    /// The process group has been waited for: its number may belong to somebody else from now on.
    pub(super) fn remove(&self, group: Pid) {
        self.state().groups.retain(|other| *other != group);
        if let Some(whole) = &self.whole {
            whole.remove(group);
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn kill(group: Pid) {
    // The group may have ended by itself just now.
    let _ = kill_process_group(group, Signal::KILL);
}
