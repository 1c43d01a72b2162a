//! The state of the execution that runs now.

use std::cell::{Cell, RefCell};
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

use threadlings_report::{Place, channel::Job};

use crate::panics::Panic;
use crate::steps::Recorded;
use crate::waiting::Waiting;
use crate::{Caller, claims, output, spinning, statics};

/// Everything recorded about one execution.
#[derive(Default)]
pub(crate) struct Log {
    pub(crate) threads: Vec<ThreadLog>,
    pub(crate) objects: Vec<ObjectLog>,
    pub(crate) steps: Vec<Recorded>,
    pub(crate) panics: Vec<Panic>,
    /// How many of the steps led to what is reported, if not all of them did.
    pub(crate) last_step: Option<usize>,
}

/// What is known about one thread.
#[derive(Default)]
pub(crate) struct ThreadLog {
    pub(crate) name: Option<String>,
    pub(crate) waiting: Option<Waiting>,
    /// The probes it is inside of, innermost last: the sentence of each, and what does not come if it stays there.
    pub(crate) probes: Vec<(String, &'static str)>,
}

/// What is known about one object that threads share.
pub(crate) struct ObjectLog {
    pub(crate) kind: &'static str,
    pub(crate) made: Caller,
    /// The threads that hold this lock, and where they took it.
    pub(crate) holders: Vec<(usize, Caller)>,
    /// The living senders of this channel, and where they were made.
    pub(crate) senders: Vec<(usize, Caller)>,
}

thread_local! {
    static LOG: RefCell<Log> = RefCell::default();
    static RECORDING: Cell<bool> = const { Cell::new(false) };
    static EXECUTION: Cell<u32> = const { Cell::new(0) };
    static LEARNER_FILE: RefCell<String> = const { RefCell::new(String::new()) };
}

pub(crate) fn with_log<R>(use_log: impl FnOnce(&mut Log) -> R) -> R {
    LOG.with_borrow_mut(use_log)
}

/// Tells which file is the learner's. To be called once, before the first execution.
pub fn configure(job: &Job) {
    LEARNER_FILE.set(job.learner_file.clone());
    claims::forget();
}

/// Forgets the previous execution and starts a new one, whose first thread is `main`.
pub fn begin_execution() {
    // Counted for the whole process: statics remember in which execution they were last used.
    static LAST: AtomicU32 = AtomicU32::new(0);
    statics::put_back_program_data();
    EXECUTION.set(LAST.fetch_add(1, Relaxed) + 1);
    with_log(|log| *log = Log::default());
    output::clear();
    spinning::clear();
    if is_recording() {
        thread_started(0, Some("main"));
    }
}

/// Number of the execution that runs now, unlike that of any other in this process; 0 before the first.
pub fn execution() -> u32 {
    EXECUTION.get()
}

/// Turns recording on or off. To be called between executions.
pub fn set_recording(on: bool) {
    RECORDING.set(on);
}

/// Whether steps are being recorded.
#[inline]
pub fn is_recording() -> bool {
    RECORDING.get()
}

/// A thread was started. Threads are counted in the order of their start; `main` is 0.
pub fn thread_started(thread: usize, name: Option<&str>) {
    if is_recording() {
        with_log(|log| log.thread(thread).name = name.map(str::to_owned));
    }
}

/// What reports call this thread: `main`, the name it was built with, or `thread 1`.
pub fn thread_name(thread: usize) -> String {
    with_log(|log| log.thread_name(thread))
}

/// Whether this place is in the learner's file.
pub fn in_learner_file(caller: &std::panic::Location<'_>) -> bool {
    LEARNER_FILE.with_borrow(|file| file == caller.file())
}

/// Whether a path names the learner's file. Unlike that in a `Location` it may be given from anywhere.
pub fn is_learner_file(path: &str) -> bool {
    let path = path.trim_start_matches("./");
    let ends =
        |long: &str, short: &str| long.strip_suffix(short).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'));
    LEARNER_FILE.with_borrow(|file| !file.is_empty() && (ends(path, file) || ends(file, path)))
}

/// The place in the learner's file, or none if it is elsewhere.
pub fn place(caller: &std::panic::Location<'_>) -> Option<Place> {
    in_learner_file(caller).then(|| Place { line: caller.line(), column: caller.column() })
}

impl Log {
    pub(crate) fn thread(&mut self, thread: usize) -> &mut ThreadLog {
        if self.threads.len() <= thread {
            self.threads.resize_with(thread + 1, ThreadLog::default);
        }
        &mut self.threads[thread]
    }

    pub(crate) fn is_in_probe(&self, thread: usize) -> bool {
        self.threads.get(thread).is_some_and(|thread| !thread.probes.is_empty())
    }

    pub(crate) fn thread_name(&self, thread: usize) -> String {
        match self.threads.get(thread).and_then(|thread| thread.name.clone()) {
            Some(name) => name,
            None if thread == 0 => "main".to_owned(),
            None => format!("thread {thread}"),
        }
    }
}
