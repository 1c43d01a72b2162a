//! Where events come from: the keyboard, signals and the file system. Each source only sends.

use std::io;
use std::path::Path;
use std::thread;
use std::time::Duration;

use crossbeam_channel::Sender;
use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use ratatui::crossterm::{event, terminal};
use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::event::Event;

/// Sends every key, and that there will be no more once the terminal has gone.
pub(super) fn keyboard(events: Sender<Event>) {
    thread::spawn(move || {
        // However this thread ends: without keys there is no way to quit.
        let _end = SendOnDrop(events.clone());
        while wait_for_input() {
            while event::poll(Duration::ZERO).unwrap_or(false) {
                match event::read() {
                    Ok(event::Event::Key(key)) if events.send(Event::Key(key)).is_err() => return,
                    Ok(_) => {}
                    Err(_) => return,
                }
            }
        }
    });
}

/// Waits until there is something to read; false once there never will be. crossterm itself would go on asking a
/// terminal that has gone, for ever and at full speed.
fn wait_for_input() -> bool {
    let stdin = io::stdin();
    loop {
        let mut descriptors = [PollFd::new(&stdin, PollFlags::IN)];
        match poll(&mut descriptors, None) {
            Ok(_) => {
                let found = descriptors[0].revents();
                return found.contains(PollFlags::IN) && !found.intersects(PollFlags::HUP | PollFlags::ERR);
            }
            Err(rustix::io::Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}

struct SendOnDrop(Sender<Event>);

impl Drop for SendOnDrop {
    fn drop(&mut self) {
        let _ = self.0.send(Event::InputEnded);
    }
}

/// Sends what the signals mean that matter here.
pub(super) fn signals(events: Sender<Event>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::spawn(move || {
        for signal in signals.forever() {
            let event = match signal {
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

/// Sends whenever something below the folder may have changed, for as long as the watcher lives.
pub(super) fn files(folder: &Path, events: Sender<Event>) -> notify::Result<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let event = match event {
            Ok(event) if is_change(event.kind) => Event::FilesChanged,
            Ok(_) => return,
            Err(error) => Event::WatcherFailed(error.to_string()),
        };
        let _ = events.send(event);
    })?;
    watcher.watch(folder, RecursiveMode::Recursive)?;
    Ok(watcher)
}

/// Reading a file is no change; this program reads after every change.
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}
