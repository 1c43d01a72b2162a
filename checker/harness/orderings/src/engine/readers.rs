//! Loads that loom forgets.
//!
//! A change of an atomic is also tried before each earlier load of it by another thread. But loom remembers only one
//! access of an atomic, the last, and a load hides the one before it: a load by the thread that then stores, or by one
//! that has told it to store. So a search that has met a hidden load has, from then on, a memory for each reader: a thing
//! that the reader touches after its load, and whoever changes the atomic after the change.

use real_std::cell::{Cell, RefCell};
use real_std::rc::Rc;

use crate::engine::execution::{self, MOST_THREADS};
use crate::engine::touch::Touched;
use crate::engine::unwinding::without_switching;

/// The loads of one atomic since it was last changed, or tried to.
#[derive(Default)]
struct Loads {
    by: [bool; MOST_THREADS],
    last: usize,
    any: bool,
    /// What each reader touches.
    memories: [Option<Rc<Touched>>; MOST_THREADS],
}

impl Loads {
    /// Whether a load by this thread is forgotten by the time another one changes the atomic.
    fn hidden(&self, reader: usize, writer: usize) -> bool {
        self.by[reader] && reader != writer && reader != self.last
    }
}

real_std::thread_local! {
    static WANTED: Cell<bool> = const { Cell::new(false) };
    static MET: Cell<bool> = const { Cell::new(false) };
    /// By atomic.
    static LOADS: RefCell<Vec<Loads>> = const { RefCell::new(Vec::new()) };
}

/// To be called at the start of each execution.
pub(crate) fn start() {
    LOADS.with_borrow_mut(Vec::clear);
}

/// From now on no load is forgotten, if one was so far. Says whether that is new.
pub(crate) fn begin() -> bool {
    MET.get() && !WANTED.replace(true)
}

/// The calling thread has loaded from an atomic.
pub(crate) fn loaded(atomic: usize) {
    if execution::threads_alive() == 0 {
        return;
    }
    let reader = execution::current_thread();
    let memory = LOADS.with_borrow_mut(|all| {
        if all.len() <= atomic {
            all.resize_with(atomic + 1, Loads::default);
        }
        let loads = &mut all[atomic];
        loads.any = true;
        loads.by[reader] = true;
        loads.last = reader;
        loads.memories[reader].clone()
    });
    match memory {
        Some(memory) => without_switching(|| memory.touch()),
        None if WANTED.get() => {
            let memory = Rc::new(Touched::new());
            LOADS.with_borrow_mut(|all| all[atomic].memories[reader] = Some(memory));
        }
        None => {}
    }
}

/// The calling thread has changed an atomic, or has tried to.
pub(crate) fn changed(atomic: usize) {
    let memories = LOADS.with_borrow_mut(|all| {
        let loads = all.get_mut(atomic).filter(|loads| loads.any)?;
        let writer = execution::current_thread();
        let hidden: Vec<_> = (0..MOST_THREADS).filter(|reader| loads.hidden(*reader, writer)).collect();
        (loads.any, loads.by) = Default::default();
        if hidden.is_empty() {
            return None;
        }
        MET.set(true);
        Some(hidden.into_iter().filter_map(|reader| loads.memories[reader].clone()).collect::<Vec<_>>())
    });
    for memory in memories.iter().flatten() {
        without_switching(|| memory.touch());
    }
}
