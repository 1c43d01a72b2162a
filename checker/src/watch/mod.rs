//! The watch mode: one loop that takes events from one channel, lets `State` decide, does what it decided, and
//! draws.

mod diff;
mod editor;
mod event;
mod front;
mod keys;
mod list;
mod page;
mod plain;
pub mod prose;
#[cfg(test)]
pub(crate) mod sample;
mod screen;
mod sources;
mod state;
mod view;
mod walk;
mod worker;

use std::io::{self, IsTerminal};
use std::process::{Command, ExitStatus};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;

use crossbeam_channel::{Receiver, Sender, unbounded};
use ratatui::crossterm::style::force_color_output;
use ratatui::crossterm::terminal;
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::consts::SIGTSTP;
use signal_hook::low_level::emulate_default_handler;

use crate::commands::{self, reset};
use crate::course::Course;
use crate::exit::{Exit, Stop};
use crate::progress::{Progress, Store};
use crate::source::Source;
use editor::Opening;
use event::{Action, Event};
use front::Front;
use sources::{Files, Lookout};
use state::State;
use worker::Worker;

/// Watches until the learner quits, beginning with the exercise of that name or the one the learner is at.
///
/// # Errors
/// If there is no such exercise, or no terminal.
pub fn run(course: &Course, name: Option<&str>) -> anyhow::Result<Exit> {
    let dumb = std::env::var_os("TERM").is_none_or(|name| name == "dumb");
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        let message = format!("watching needs a terminal. `{}` judges once and needs none.", course.call("run"));
        return Err(Stop::usage(message).into());
    }
    let store = Store::of(course);
    let (progress, warning) = store.load();
    let exercise = commands::exercise(course, &progress, name)?;
    let colourful = colored::control::SHOULD_COLORIZE.should_colorize();
    let mut state = State::new(course.clone(), progress, exercise, size(dumb)?, colourful);
    state.warnings.extend(warning);

    // What has been decided about colours holds, whatever the terminal's library thinks of NO_COLOR.
    force_color_output(colourful);
    let (sender, events) = unbounded();
    let lent = Arc::new(AtomicBool::new(false));
    sources::signals(sender.clone(), lent.clone())?;
    let front = if dumb {
        Front::print(sender.clone())
    } else {
        screen::restore_on_panic(sender.clone());
        Front::take(&state, sender.clone())?
    };
    let heard = Arc::new(AtomicU64::new(0));
    let lookout = Lookout::compare(course.answer(exercise), heard.clone(), sender.clone());
    let worker = Worker::start(course, sender.clone());
    let mut watch = Watch { state, store, front, worker, files: None, lookout, lent, sender };
    match sources::files(&course.root.join("exercises"), heard, watch.sender.clone()) {
        Ok(files) => watch.files = Some(files),
        Err(error) => drop(watch.sender.send(Event::WatcherFailed(error.to_string()))),
    }
    let mut first = vec![Action::Look];
    if name.is_some() {
        first.push(Action::KeepOpen(exercise.name.clone()));
    }
    let signal = watch.follow(&events, first)?;

    // The terminal first: ending a check may take a moment.
    drop(watch.front);
    drop(watch.worker);
    if let Some(signal) = signal {
        // So that whoever sent it sees that it worked.
        emulate_default_handler(signal)?;
    }
    Ok(Exit::Success)
}

/// The size of the terminal. One that only prints is taken for a page of paper.
fn size(dumb: bool) -> io::Result<(u16, u16)> {
    if dumb { Ok((80, 40)) } else { terminal::size() }
}

struct Watch {
    state: State,
    store: Store,
    front: Front,
    worker: Worker,
    /// None if nothing tells when files change.
    files: Option<Files>,
    lookout: Lookout,
    /// Whether the terminal is an editor's.
    lent: Arc<AtomicBool>,
    sender: Sender<Event>,
}

/// The watch mode ends, by this signal if there is one.
struct Quit(Option<i32>);

/// Runs the command to its end on a thread of its own.
fn open_beside(mut command: Command, events: Sender<Event>) {
    thread::spawn(move || {
        let ended = command.status();
        if let Some(trouble) = trouble(&command, ended) {
            let _ = events.send(Event::Refused(trouble));
        }
    });
}

/// What went wrong with an editor, if anything did.
fn trouble(command: &Command, ended: io::Result<ExitStatus>) -> Option<String> {
    let program = command.get_program().display();
    match ended {
        Ok(status) if status.success() => None,
        Ok(status) => Some(format!("The editor has ended with an error ({status}).")),
        Err(error) => Some(format!("`{program}` cannot be started: {error}.")),
    }
}

impl Watch {
    /// Goes on until the learner quits, and gives the signal that said so, if it was one.
    fn follow(&mut self, events: &Receiver<Event>, first: Vec<Action>) -> anyhow::Result<Option<i32>> {
        if let Some(Quit(signal)) = self.act(first)? {
            return Ok(signal);
        }
        loop {
            self.front.draw(&self.state)?;
            let mut next = Some(events.recv()?);
            // Many events, one frame.
            while let Some(event) = next {
                let actions = self.state.on(event);
                if let Some(Quit(signal)) = self.act(actions)? {
                    return Ok(signal);
                }
                next = events.try_recv().ok();
            }
        }
    }

    fn act(&mut self, actions: Vec<Action>) -> anyhow::Result<Option<Quit>> {
        for action in actions {
            let answer = match action {
                Action::Look => Some(self.look()),
                Action::Cancel => {
                    self.worker.cancel();
                    None
                }
                Action::Judge(order) => {
                    self.worker.judge(*order);
                    None
                }
                Action::Poll => {
                    let file = self.state.course.answer(self.state.exercise());
                    self.lookout = Lookout::poll(file, self.sender.clone());
                    None
                }
                Action::Redraw => {
                    self.front.redraw()?;
                    None
                }
                Action::Edit(line) => self.edit(line),
                Action::ReadSolution => Some(self.read_solution()),
                Action::KeepSolved(name) => self.keep(&name, |progress, exercise| progress.solve(exercise)),
                Action::KeepHints(name, steps) => {
                    self.keep(&name, |progress, exercise| progress.show_hints(exercise, steps))
                }
                Action::KeepOpen(name) => {
                    self.lookout.look_at(self.state.course.answer(self.state.exercise()));
                    self.keep(&name, |progress, exercise| progress.open(exercise))
                }
                Action::Reset(name) => self.reset(&name),
                Action::StopJob => self.stop_job(),
                Action::Suspend => {
                    self.front.hand_back();
                    emulate_default_handler(SIGTSTP)?;
                    None
                }
                Action::Resume => {
                    self.front.resume()?;
                    let (columns, rows) = size(matches!(self.front, Front::Printed(_)))?;
                    Some(Event::Resized(columns, rows))
                }
                Action::Quit(signal) => return Ok(Some(Quit(signal))),
            };
            if let Some(event) = answer {
                let actions = self.state.on(event);
                if let Some(quit) = self.act(actions)? {
                    return Ok(Some(quit));
                }
            }
        }
        Ok(None)
    }

    fn look(&self) -> Event {
        let path = self.state.course.answer(self.state.exercise());
        Event::Read(Source::read(&path).map_err(|error| self.shortened(&error)))
    }

    fn read_solution(&self) -> Event {
        let path = self.state.course.solution(self.state.exercise());
        Event::Solution(std::fs::read_to_string(&path).map_err(|error| {
            let shown = self.state.course.shown(&path);
            format!("{shown} cannot be read: {error}. Restore it from git.")
        }))
    }

    /// Opens the answer in the learner's editor. If that needs this terminal, it has it until it ends.
    fn edit(&mut self, line: usize) -> Option<Event> {
        let path = self.state.course.answer(self.state.exercise());
        let mut command = match editor::opening(|name| std::env::var(name).ok(), &path, line) {
            Err(reason) => return Some(Event::Refused(reason)),
            Ok(Opening::Beside(command)) => {
                open_beside(command, self.sender.clone());
                return None;
            }
            Ok(Opening::Here(command)) => command,
        };
        if !self.front.lend() {
            return Some(Event::Refused(format!("Open {} in your editor.", self.state.exercise().shown_path())));
        }
        self.lent.store(true, Ordering::Relaxed);
        let ended = command.status();
        self.lent.store(false, Ordering::Relaxed);
        Some(Event::Edited(trouble(&command, ended)))
    }

    /// The error with paths from the course's root, as everywhere on this screen.
    fn shortened(&self, error: &impl std::fmt::Display) -> String {
        error.to_string().replace(&format!("{}/", self.state.course.root.display()), "")
    }

    fn keep(&self, name: &str, change: impl FnOnce(&mut Progress, &crate::course::Exercise)) -> Option<Event> {
        let exercise = self.state.course.exercise(name)?;
        Some(match self.store.update(|progress| change(progress, exercise)) {
            Ok(progress) => Event::Progress(progress),
            Err(error) => Event::Warning(self.shortened(&error)),
        })
    }

    fn reset(&self, name: &str) -> Option<Event> {
        let course = &self.state.course;
        let backup = reset::reset(course, course.exercise(name)?);
        let shown = backup.map(|backup| backup.map(|path| course.shown(&path)));
        Some(Event::Reset(shown.map_err(|error| self.shortened(&error))))
    }

    fn stop_job(&self) -> Option<Event> {
        // In the process group of the session's leader there is no shell that could bring us back.
        let alone = getsid(None).is_ok_and(|session| session == getpgrp());
        if alone || kill_current_process_group(Signal::TSTP).is_err() {
            return Some(Event::Refused("There is no shell to go back to; q quits.".into()));
        }
        None
    }
}
