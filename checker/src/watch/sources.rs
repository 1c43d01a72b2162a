//! Where events come from: the keyboard, signals and the file system. Each source only sends.

use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, SystemTime};

use crossbeam_channel::{RecvTimeoutError, Sender, unbounded};
use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecursiveMode, Watcher};
use ratatui::crossterm::{event, terminal};
use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::event::Event;
use crate::source::Source;

/// A thread that sends every key, and that there will be no more once the terminal has gone. It reads nothing any more
/// once this is dropped: the terminal can be lent to somebody else.
pub(super) struct Keyboard {
    stop: Option<io::PipeWriter>,
    thread: Option<JoinHandle<()>>,
}

impl Keyboard {
    /// Starts the thread.
    pub(super) fn start(events: Sender<Event>) -> io::Result<Self> {
        let (stopped, stop) = io::pipe()?;
        let thread = thread::spawn(move || {
            // However this thread ends: without keys there is no way to quit.
            let end = SendOnDrop(Some(events.clone()));
            if read_keys(&stopped, &events) == Wait::Stopped {
                end.forget();
            }
        });
        Ok(Keyboard { stop: Some(stop), thread: Some(thread) })
    }
}

impl Drop for Keyboard {
    fn drop(&mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// crossterm may have read several keys at once. It does not look at what it has read if the time for that is over before
/// it begins, as it can be on a busy machine, and a key would be left over until the next one comes. So it is asked again.
const LOOKS: u32 = 3;
const LOOK: Duration = Duration::from_millis(5);

fn read_keys(stopped: &io::PipeReader, events: &Sender<Event>) -> Wait {
    loop {
        match wait_for_input(stopped) {
            Wait::Input => {}
            end => return end,
        }
        let mut empty = 0;
        while empty < LOOKS {
            if !event::poll(LOOK).unwrap_or(false) {
                empty += 1;
                continue;
            }
            empty = 0;
            match event::read() {
                Ok(event::Event::Key(key)) if events.send(Event::Key(key)).is_err() => return Wait::Gone,
                Ok(_) => {}
                Err(_) => return Wait::Gone,
            }
        }
    }
}

/// What the keyboard's thread has waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wait {
    /// There is something to read.
    Input,
    /// It shall not read any more.
    Stopped,
    /// There never will be anything to read.
    Gone,
}

/// Waits until there is something to read, or never will be. crossterm itself would go on asking a terminal that has
/// gone, for ever and at full speed.
fn wait_for_input(stopped: &io::PipeReader) -> Wait {
    let stdin = io::stdin();
    loop {
        let mut descriptors = [PollFd::new(&stdin, PollFlags::IN), PollFd::new(stopped, PollFlags::IN)];
        match poll(&mut descriptors, None) {
            Ok(_) if !descriptors[1].revents().is_empty() => return Wait::Stopped,
            Ok(_) => {
                let found = descriptors[0].revents();
                let gone = !found.contains(PollFlags::IN) || found.intersects(PollFlags::HUP | PollFlags::ERR);
                return if gone { Wait::Gone } else { Wait::Input };
            }
            Err(rustix::io::Errno::INTR) => {}
            Err(_) => return Wait::Gone,
        }
    }
}

struct SendOnDrop(Option<Sender<Event>>);

impl SendOnDrop {
    /// Nothing need be sent.
    fn forget(mut self) {
        self.0 = None;
    }
}

impl Drop for SendOnDrop {
    fn drop(&mut self) {
        if let Some(events) = &self.0 {
            let _ = events.send(Event::InputEnded);
        }
    }
}

/// Sends what the signals mean that matter here. While `lent`, the terminal is an editor's: its ^C and ^Z are meant for
/// the editor, and a stop is one of the whole job.
pub(super) fn signals(events: Sender<Event>, lent: Arc<AtomicBool>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::spawn(move || {
        for signal in signals.forever() {
            let event = match signal {
                SIGINT if lent.load(Ordering::Relaxed) => continue,
                SIGTSTP | SIGCONT if lent.load(Ordering::Relaxed) => {
                    let _ = emulate_default_handler(signal);
                    continue;
                }
                SIGTSTP => Event::Stop,
                SIGCONT => Event::Continue,
                SIGWINCH => match terminal::size() {
                    Ok((columns, rows)) => Event::Resized(columns, rows),
                    Err(_) => continue,
                },
                signal => Event::Terminate(signal),
            };
            if events.send(event).is_err() {
                return;
            }
        }
    });
    Ok(())
}

/// Something that sends whenever a file may have changed, for as long as it lives.
pub(super) type Files = Box<dyn Watcher + Send>;

/// Sends whenever the system says that something below the folder may have changed, and counts that in `heard`.
pub(super) fn files(folder: &Path, heard: Arc<AtomicU64>, events: Sender<Event>) -> notify::Result<Files> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let event = match event {
            Ok(event) if is_change(event.kind) => Event::FilesChanged,
            Ok(_) => return,
            Err(error) => Event::WatcherFailed(error.to_string()),
        };
        heard.fetch_add(1, Ordering::Relaxed);
        let _ = events.send(event);
    })?;
    watcher.watch(folder, RecursiveMode::Recursive)?;
    Ok(Box::new(watcher))
}

/// A thread that looks at one file every now and then, whatever the system says. It ends when this is dropped.
pub(super) struct Lookout(Sender<PathBuf>);

impl Lookout {
    /// Compares what the system says with a look at the file, once a second: on network drives, and where another system
    /// writes the files, it may say nothing. `heard` counts what it has said.
    pub(super) fn compare(file: PathBuf, heard: Arc<AtomicU64>, events: Sender<Event>) -> Self {
        Self::start(file, Duration::from_secs(1), move |file| {
            let mut doubt = Doubt::new(heard.load(Ordering::Relaxed), stamp(file));
            let (heard, events) = (heard.clone(), events.clone());
            Box::new(move |file| {
                // The count first: what is heard between the two belongs to a change that may be seen already.
                let count = heard.load(Ordering::Relaxed);
                if doubt.look(count, stamp(file)) {
                    let _ = events.send(Event::SaveUnreported);
                }
            })
        })
    }

    /// Sends when the file has changed, twice a second. The clocks of some file systems stand still for two seconds, so
    /// its content counts, too.
    pub(super) fn poll(file: PathBuf, events: Sender<Event>) -> Self {
        let look = |file: &Path| (stamp(file), Source::read(file).ok());
        Self::start(file, Duration::from_millis(500), move |file| {
            let mut before = look(file);
            let events = events.clone();
            Box::new(move |file| {
                let now = look(file);
                if now != before {
                    before = now;
                    let _ = events.send(Event::FilesChanged);
                }
            })
        })
    }

    /// Looks at another file from now on.
    pub(super) fn look_at(&self, file: PathBuf) {
        // The thread lives as long as this.
        let _ = self.0.send(file);
    }

    /// `begin` takes the first look at a file and gives what takes all others.
    fn start(file: PathBuf, interval: Duration, begin: impl Fn(&Path) -> Look + Send + 'static) -> Self {
        let (sender, files) = unbounded();
        let _ = sender.send(file);
        thread::spawn(move || {
            let Ok(mut file) = files.recv() else { return };
            let mut look = begin(&file);
            loop {
                match files.recv_timeout(interval) {
                    Ok(next) => {
                        file = next;
                        look = begin(&file);
                    }
                    Err(RecvTimeoutError::Timeout) => look(&file),
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
        });
        Lookout(sender)
    }
}

/// Takes another look at a file.
type Look = Box<dyn FnMut(&Path)>;

/// What is seen of a file without reading it: its number, its size, and when it was changed.
type Stamp = Option<(u64, u64, SystemTime)>;

fn stamp(file: &Path) -> Stamp {
    let metadata = std::fs::metadata(file).ok()?;
    Some((metadata.ino(), metadata.len(), metadata.modified().ok()?))
}

/// Whether the system may have failed to report a change.
struct Doubt {
    heard: u64,
    seen: Stamp,
    /// A change was seen of which nothing was heard, at this count.
    since: Option<u64>,
}

impl Doubt {
    fn new(heard: u64, seen: Stamp) -> Self {
        Doubt { heard, seen, since: None }
    }

    /// Takes a look; true if a change that the look before saw has not been reported since.
    fn look(&mut self, heard: u64, seen: Stamp) -> bool {
        if self.since == Some(heard) {
            return true;
        }
        let is_unheard = seen != self.seen && heard == self.heard;
        self.since = is_unheard.then_some(heard);
        (self.heard, self.seen) = (heard, seen);
        false
    }
}

/// Reading a file is no change; this program reads after every change.
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The number of the look at which a change is found to be unreported; of each look, the count and the file's size.
    fn found(looks: &[(u64, u64)]) -> Option<usize> {
        let seen = |size| Some((1, size, SystemTime::UNIX_EPOCH));
        let mut doubt = Doubt::new(0, seen(0));
        looks.iter().position(|(heard, size)| doubt.look(*heard, seen(*size)))
    }

    #[test]
    fn a_change_must_be_reported_before_the_next_look() {
        assert_eq!(found(&[(0, 0), (0, 0), (0, 0)]), None);
        assert_eq!(found(&[(0, 0), (1, 5), (1, 5), (2, 6)]), None);
        // It was seen a moment before it was reported.
        assert_eq!(found(&[(0, 5), (1, 5), (1, 5)]), None);
        assert_eq!(found(&[(0, 5), (0, 5)]), Some(1));
        assert_eq!(found(&[(1, 5), (1, 6), (1, 7)]), Some(2));
    }
}
