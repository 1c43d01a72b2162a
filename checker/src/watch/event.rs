//! What happens to the watch mode, and what it does about it.

use ratatui::crossterm::event::KeyEvent;
use threadlings_report::Interleaving;

use crate::judge::Stage;
use crate::progress::Progress;
use crate::source::Source;
use crate::verdict::Verdict;

/// Something that happened. Sources send events and do nothing else.
#[derive(Debug)]
pub(super) enum Event {
    /// A key was pressed.
    Key(KeyEvent),
    /// The terminal has this many columns and rows now.
    Resized(u16, u16),
    /// No key will come any more.
    InputEnded,
    /// Something below `exercises/` is not what it was.
    FilesChanged,
    /// The system does not report saves, for this reason.
    WatcherFailed(String),
    /// A file has changed, and the system has not said so.
    SaveUnreported,
    /// Another exercise shall be opened.
    Open(String),
    /// The answer's file was read, as [`Action::Look`] asked, or cannot be judged for this reason.
    Read(Result<Source, String>),
    /// A check has come this far.
    Stage {
        /// The number of the check.
        check: u64,
        /// What it does now.
        stage: Stage,
    },
    /// A check has ended with a verdict, or without one for this reason.
    Judged {
        /// The number of the check.
        check: u64,
        /// The verdict.
        result: Result<Verdict, String>,
    },
    /// Every step of the failing execution that a check has found, if it has one.
    Traced {
        /// The number of the check.
        check: u64,
        /// The steps.
        interleaving: Option<Box<Interleaving>>,
    },
    /// The solution of the open exercise, or why it cannot be read.
    Solution(Result<String, String>),
    /// The learner's editor has given the terminal back; if it could not do its work, for this reason.
    Edited(Option<String>),
    /// Progress was written; this is all of it, with what other copies have added.
    Progress(Progress),
    /// Something went wrong that stops nothing.
    Warning(String),
    /// What the last key asked for cannot be done, for this reason.
    Refused(String),
    /// The exercise is as it was handed out; the answer is kept in this file. Or it is not, for this reason.
    Reset(Result<Option<String>, String>),
    /// The process shall end, by this signal.
    Terminate(i32),
    /// The process shall be stopped, as ^Z does.
    Stop,
    /// The process goes on after it was stopped.
    Continue,
    /// A thread other than the one that draws has panicked, saying this.
    Panicked(String),
}

/// Something to do about an event.
#[derive(Debug, PartialEq)]
pub(super) enum Action {
    /// Read the answer's file and come back with [`Event::Read`].
    Look,
    /// End the check that runs, if one does.
    Cancel,
    /// Judge this.
    Judge(Box<Order>),
    /// Draw the whole screen anew: the terminal may have lost what was on it.
    Redraw,
    /// Look at the answer every now and then, because the system does not say when it changes.
    Poll,
    /// Open the answer in the learner's editor at this line.
    Edit(usize),
    /// Read the solution and come back with [`Event::Solution`].
    ReadSolution,
    /// Write down that the answer to the exercise has passed.
    KeepSolved(String),
    /// Write down how many steps of the exercise's hints have been shown.
    KeepHints(String, usize),
    /// Write down that the learner is at this exercise.
    KeepOpen(String),
    /// Put the exercise back to how it was handed out.
    Reset(String),
    /// Stop the whole job, as ^Z does.
    StopJob,
    /// Hand the terminal back and stop this process.
    Suspend,
    /// Take the terminal again, whatever others have done to it meanwhile.
    Resume,
    /// Leave the watch mode; with a signal, end the process by it.
    Quit(Option<i32>),
}

/// What to judge.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Order {
    /// The number of the check: a higher one makes all lower ones stale.
    pub(super) check: u64,
    /// The exercise, by name.
    pub(super) exercise: String,
    /// The answer.
    pub(super) source: Source,
    /// Whether a verdict will not do that the same content got before.
    pub(super) afresh: bool,
    /// Whether every step of the failing execution is wanted, and nothing else.
    pub(super) traced: bool,
}
