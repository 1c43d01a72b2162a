//! What the probes need of a judge, as this one has it.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use threadlings_report::channel::Job;
use threadlings_report::{Finding, Kind, WaitsFor};

use crate::{cpu_time, ending, threads};

/// The payload of a panic that a probe causes on purpose.
#[derive(Debug)]
pub(crate) struct Deliberate;

/// Ends the test: the learner's code did what the sentence says.
pub(crate) fn fail(sentence: String) -> ! {
    ending::fail(Finding::new(Kind::WrongResult, sentence))
}

thread_local! {
    /// Needs no destructor, so that reading it asks for no memory.
    static LEFT_OUT: Cell<bool> = const { Cell::new(false) };
}

/// Leaves out what this thread asks for when memory is counted: it is the watchdog's.
pub(crate) fn leave_out_this_thread() {
    LEFT_OUT.set(true);
}

/// Whether the memory that this thread asks for counts.
pub(crate) fn memory_counts() -> bool {
    !LEFT_OUT.try_with(Cell::get).unwrap_or(true)
}

/// What must be possible cannot be judged by one run on real threads: it is not demanded here.
pub(crate) fn must_happen(_key: String, _sentence: String) {}

/// See [`must_happen`].
pub(crate) fn happened(_key: &str) {}

/// The threads that wait inside a probe, and what for.
static WAITING: Mutex<BTreeMap<threads::Id, Vec<WaitsFor>>> = Mutex::new(BTreeMap::new());

/// Notes that this thread waits inside a probe, until what is returned is dropped. The sentence is for the case that it
/// waits for ever; `stuck` says in a few words what does not come.
pub(crate) fn waiting(sentence: &str, stuck: &'static str) -> Waiting {
    let thread = threads::this();
    let probe = WaitsFor::Probe { sentence: sentence.to_owned(), stuck: stuck.to_owned() };
    book().entry(thread).or_default().push(probe);
    Waiting { thread }
}

/// Here nobody draws what threads did before they got stuck.
pub(crate) fn remark(_what: &'static str) {}

/// The probe that this thread waits in.
#[cfg(target_os = "linux")]
pub(crate) fn probe_of(thread: threads::Id) -> Option<WaitsFor> {
    book().get(&thread)?.last().cloned()
}

/// A thread's stay inside a probe.
pub(crate) struct Waiting {
    thread: threads::Id,
}

impl Drop for Waiting {
    fn drop(&mut self) {
        if let Some(probes) = book().get_mut(&self.thread) {
            probes.pop();
        }
    }
}

fn book() -> MutexGuard<'static, BTreeMap<threads::Id, Vec<WaitsFor>>> {
    WAITING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Waits until every other thread waits for another one; ends the test if they go on for too long instead.
pub(crate) fn settle(sentence: &str) {
    let (begin, used) = (Instant::now(), cpu_time::used());
    // Half of what the watchdog allows, whose finding would be another one.
    let half =
        |seconds: fn(&Job) -> u64| ending::job().map_or(Duration::ZERO, |job| Duration::from_secs(seconds(job)) / 2);
    let (patience, most_work) = (half(|job| job.seconds), half(|job| job.cpu_seconds));
    while !threads::others_rest() {
        if cpu_time::used().saturating_sub(used) > most_work || begin.elapsed() > patience {
            ending::fail(Finding::new(Kind::Livelock, sentence));
        }
        thread::sleep(Duration::from_millis(1));
    }
}

/// How many of the learner's threads are alive.
pub(crate) fn threads_alive() -> usize {
    threads::alive()
}

/// A number for this thread that no other thread of the process ever has.
pub(crate) fn current_thread() -> usize {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    thread_local!(static NUMBER: usize = NEXT.fetch_add(1, Ordering::Relaxed));
    NUMBER.with(|number| *number)
}

/// A cell whose accesses a memory model would watch. There is none here; the lock keeps a learner's data race from
/// being one of ours.
pub(crate) struct TrackedCell<T>(Mutex<T>);

impl<T> TrackedCell<T> {
    pub(crate) fn new(value: T) -> Self {
        TrackedCell(Mutex::new(value))
    }

    pub(crate) fn read<R>(&self, reader: impl FnOnce(&T) -> R) -> R {
        reader(&self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn write<R>(&self, writer: impl FnOnce(&mut T) -> R) -> R {
        writer(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
