//! What a schedule has to know about the count of an `Arc`.

use real_std::cell::RefCell;
use real_std::collections::HashMap;
use real_std::rc::Rc;

use threadlings_trace::{Caller, Draft, Identity, execution, is_recording, step};

use crate::engine::run;
use crate::engine::sensitivity::{self, Notice};

thread_local! {
    /// While recording: what is in an `Arc`, by its address, and the execution that it belongs to.
    static IDENTITIES: RefCell<(u32, HashMap<usize, Rc<Identity>>)> = RefCell::default();
    /// By thread: how many questions the thread had met when it began to drop each last handle.
    static DROPS: RefCell<Vec<Vec<Option<u32>>>> = const { RefCell::new(Vec::new()) };
}

/// A point at which another thread may run, before a handle is made or dropped.
pub(super) fn changes() {
    sensitivity::switch_for(Notice::Counts);
}

/// The same, before the test looks at the count.
pub(super) fn is_looked_at() {
    sensitivity::add(Notice::Counts);
    run::switch();
}

/// Records a step.
pub(super) fn record(address: usize, caller: Caller, operation: &'static str, describe: impl FnOnce(&mut Draft)) {
    if is_recording() && run::is_running() {
        let identity = identity(address, caller);
        step(run::me(), caller, operation, |step| {
            describe(step.on(&identity));
        });
    }
}

fn identity(address: usize, caller: Caller) -> Rc<Identity> {
    IDENTITIES.with_borrow_mut(|(of, identities)| {
        if *of != execution() {
            identities.clear();
            *of = execution();
        }
        Rc::clone(identities.entry(address).or_insert_with(|| Rc::new(Identity::new("Arc", caller))))
    })
}

/// A handle is about to be dropped.
pub(super) fn drop_begins(address: usize, is_last: bool) {
    if !run::is_running() {
        return;
    }
    if is_last {
        IDENTITIES.with_borrow_mut(|(_, identities)| identities.remove(&address));
    }
    let me = run::me();
    DROPS.with_borrow_mut(|drops| {
        if drops.len() <= me {
            drops.resize_with(me + 1, Vec::new);
        }
        drops[me].push(is_last.then(run::questions));
    });
}

/// A handle was dropped. If the destructor of its value did something that threads can notice, then it matters which
/// thread drops the last handle.
pub(super) fn drop_ends() {
    if !run::is_running() {
        return;
    }
    let me = run::me();
    let began = DROPS.with_borrow_mut(|drops| drops.get_mut(me).and_then(Vec::pop).flatten());
    if began.is_some_and(|questions| questions != run::questions()) {
        sensitivity::add(Notice::Counts);
    }
}

/// Before an execution.
pub(crate) fn forget_drops() {
    DROPS.take();
}
