//! The thread of a test process that talks to the checker, apart from the threads that run the learner's code.
//!
//! The process's first thread becomes the [`Keeper`]. Before any of the learner's code runs, the thread that will run it
//! seals itself: from then on neither it nor any thread that it starts can open, start or signal anything, or read from
//! and write to the channel. What a judge needs of the system after that, it [asks](ask) the keeper for. When the test
//! has ended, however that was, its outcome is handed to the keeper in memory, and the keeper hands it to the checker.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, Builder, ThreadId};
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::channel::{BrokenProgram, Channel};
use crate::system::{self, exit};

/// As much stack as the main thread of an ordinary program has.
const STACK: usize = 8 << 20;

/// The process has nothing to tell: the checker and this judge do not fit together.
const UNFIT: i32 = 2;

/// Waits for the end of the test and serves what it asks for.
#[derive(Debug)]
pub struct Keeper {
    channel: Channel,
    messages: Receiver<Message>,
}

/// What seals the learner's code in, on the thread that will run it.
#[derive(Debug)]
pub struct Seal(Vec<u64>);

enum Message {
    /// The learner's code is about to run.
    Begins(Sender<()>),
    /// Something to do on the keeper's thread.
    Ask(Box<dyn FnOnce() + Send>),
    /// The test has ended.
    Ended(Box<Outcome>),
    /// The judge itself has failed.
    Broken,
}

impl std::fmt::Debug for Message {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("message")
    }
}

/// Where the keeper hears, and which thread it is.
static KEEPER: OnceLock<(Sender<Message>, ThreadId)> = OnceLock::new();

/// How many threads wait for the keeper.
static ASKING: AtomicUsize = AtomicUsize::new(0);

impl Keeper {
    /// The calling thread becomes the keeper. A process has one.
    pub fn new(channel: Channel) -> Self {
        let (sender, messages) = mpsc::channel();
        let _ = KEEPER.set((sender, thread::current().id()));
        Keeper { channel, messages }
    }

    /// Runs `test` on a thread of its own, which it must [close](Seal::close) in before the learner's code runs.
    ///
    /// # Errors
    /// If no thread can be started.
    pub fn start(&mut self, test: impl FnOnce(Seal) -> Outcome + Send + 'static) -> io::Result<()> {
        let seal = Seal(self.channel.seal());
        let run = move || match catch_unwind(AssertUnwindSafe(|| test(seal))) {
            Ok(outcome) => end(outcome),
            Err(_) => send(Message::Broken),
        };
        Builder::new().stack_size(STACK).spawn(run).map(drop)
    }

    /// Serves the test until it has ended, or for no longer than this. None means that it has not ended.
    pub fn wait(&mut self, timeout: Option<Duration>) -> Option<Outcome> {
        let deadline = timeout.map(|timeout| Instant::now() + timeout);
        loop {
            let message = match deadline {
                None => self.messages.recv().ok()?,
                Some(deadline) => {
                    let left = deadline.saturating_duration_since(Instant::now());
                    self.messages.recv_timeout(left).ok()?
                }
            };
            match message {
                Message::Begins(go_on) => {
                    if self.channel.begin().is_err() {
                        exit(UNFIT);
                    }
                    let _ = go_on.send(());
                }
                Message::Ask(question) => question(),
                Message::Ended(outcome) => return Some(*outcome),
                Message::Broken => exit(UNFIT),
            }
        }
    }

    /// Hands the outcome, and programs that are still to be compiled, to the checker, and ends the process.
    pub fn finish(mut self, outcome: Outcome, programs: Vec<BrokenProgram>) -> ! {
        exit(if self.channel.finish(outcome, programs).is_ok() { 0 } else { UNFIT })
    }

    /// Runs tests one after the other, each on a thread of its own and as long as they hold, hands their outcomes to the
    /// checker and ends the process. The same as [`start`](Self::start), [`wait`](Self::wait) and
    /// [`finish`](Self::finish), where nothing else is to be done meanwhile.
    pub fn keep<T: FnOnce(Seal) -> Outcome + Send + 'static>(mut self, tests: impl IntoIterator<Item = T>) -> ! {
        for test in tests {
            if self.start(test).is_err() {
                exit(UNFIT);
            }
            let Some(outcome) = self.wait(None) else { exit(UNFIT) };
            let held = matches!(outcome, Outcome::Passed(_));
            if self.channel.finish(outcome, Vec::new()).is_err() {
                exit(UNFIT);
            }
            if !held {
                break;
            }
        }
        exit(0)
    }
}

impl Seal {
    /// Seals the calling thread in, if the checker asks for that, and tells the checker that the learner's code runs
    /// from now on. Ends the process if that fails.
    pub fn close(self) {
        if !self.0.is_empty() && system::filter_system_calls(&self.0).is_err() {
            exit(UNFIT);
        }
        let (go_on, gone_on) = mpsc::channel();
        ASKING.fetch_add(1, Ordering::SeqCst);
        send(Message::Begins(go_on));
        let begun = gone_on.recv();
        ASKING.fetch_sub(1, Ordering::SeqCst);
        if begun.is_err() {
            exit(UNFIT);
        }
    }
}

/// Ends the test. To be called by any thread, at any time; the first outcome counts.
pub fn end(outcome: Outcome) -> ! {
    send(Message::Ended(Box::new(outcome)));
    loop {
        // The keeper goes on without this thread: to end the process, or with the next test.
        thread::park();
    }
}

/// Has the keeper do something that a sealed thread cannot; done at once where there is no keeper, or by itself.
///
/// The closure must hold nothing of the learner's.
pub fn ask<T: Send + 'static>(question: impl FnOnce() -> T + Send + 'static) -> T {
    let Some((_, keeper)) = KEEPER.get() else { return question() };
    if thread::current().id() == *keeper {
        return question();
    }
    let (answer, answered) = mpsc::channel();
    ASKING.fetch_add(1, Ordering::SeqCst);
    send(Message::Ask(Box::new(move || drop(answer.send(question())))));
    let answer = answered.recv();
    ASKING.fetch_sub(1, Ordering::SeqCst);
    match answer {
        Ok(answer) => answer,
        // The keeper has its outcome and ends the process.
        Err(_) => loop {
            thread::park();
        },
    }
}

/// Whether a thread waits for the keeper right now, which looks like waiting for ever.
pub fn is_asked() -> bool {
    ASKING.load(Ordering::SeqCst) > 0
}

fn send(message: Message) {
    // Without a keeper, or after it has gone, there is nobody to tell.
    if KEEPER.get().is_none_or(|(keeper, _)| keeper.send(message).is_err()) {
        exit(UNFIT);
    }
}
