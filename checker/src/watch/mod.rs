//! The watch mode: one loop that takes events from one channel, lets `State` decide, does what it decided, and
//! draws.

mod event;
mod keys;
mod page;
pub mod prose;
#[cfg(test)]
pub(crate) mod sample;
mod screen;
mod sources;
mod state;
mod view;
mod worker;

use std::io::{self, IsTerminal};

use crossbeam_channel::{Receiver, unbounded};
use ratatui::crossterm::terminal;
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::consts::SIGTSTP;
use signal_hook::low_level::emulate_default_handler;

use crate::commands::{self, reset};
use crate::course::Course;
use crate::exit::{Exit, Stop};
use crate::progress::{Progress, Store};
use crate::source::Source;
use event::{Action, Event};
use screen::Screen;
use state::State;
use worker::Worker;

/// Watches until the learner quits, beginning with the exercise of that name or the one the learner is at.
///
/// # Errors
/// If there is no such exercise, or no terminal.
pub fn run(course: &Course, name: Option<&str>) -> anyhow::Result<Exit> {
    let dumb = std::env::var_os("TERM").is_none_or(|name| name == "dumb");
    if dumb || !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        let message = "watching needs a terminal that can draw. `threadlings run` judges once and needs none.";
        return Err(Stop::usage(message).into());
    }
    let store = Store::of(course);
    let (progress, warning) = store.load();
    let exercise = commands::exercise(course, &progress, name)?;
    let colourful = colored::control::SHOULD_COLORIZE.should_colorize();
    let mut state = State::new(course.clone(), progress, exercise, terminal::size()?, colourful);
    state.warnings.extend(warning);

    let (sender, events) = unbounded();
    sources::signals(sender.clone())?;
    screen::restore_on_panic(sender.clone());
    let mut screen = Screen::take()?;
    screen.draw(&state)?;
    sources::keyboard(sender.clone());
    let watcher = sources::files(&course.root.join("exercises"), sender.clone());
    if let Err(error) = &watcher {
        state.on(Event::WatcherFailed(error.to_string()));
    }
    let worker = Worker::start(course, sender);
    let mut watch = Watch { state, store, screen, worker };
    let mut first = vec![Action::Look];
    if name.is_some() {
        first.push(Action::KeepOpen(exercise.name.clone()));
    }
    let signal = watch.follow(&events, first)?;

    // The terminal first: ending a check may take a moment.
    drop(watch.screen);
    drop(watch.worker);
    if let Some(signal) = signal {
        // So that whoever sent it sees that it worked.
        emulate_default_handler(signal)?;
    }
    Ok(Exit::Success)
}

struct Watch {
    state: State,
    store: Store,
    screen: Screen,
    worker: Worker,
}

/// The watch mode ends, by this signal if there is one.
struct Quit(Option<i32>);

impl Watch {
    /// Goes on until the learner quits, and gives the signal that said so, if it was one.
    fn follow(&mut self, events: &Receiver<Event>, first: Vec<Action>) -> anyhow::Result<Option<i32>> {
        if let Some(Quit(signal)) = self.act(first)? {
            return Ok(signal);
        }
        loop {
            self.screen.draw(&self.state)?;
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
                Action::KeepSolved(name) => self.keep(&name, |progress, exercise| progress.solve(exercise)),
                Action::KeepHints(name, steps) => {
                    self.keep(&name, |progress, exercise| progress.show_hints(exercise, steps))
                }
                Action::KeepOpen(name) => self.keep(&name, |progress, exercise| progress.open(exercise)),
                Action::Reset(name) => self.reset(&name),
                Action::StopJob => self.stop_job(),
                Action::Suspend => {
                    self.screen.hand_back();
                    emulate_default_handler(SIGTSTP)?;
                    None
                }
                Action::Resume => {
                    self.screen.retake()?;
                    let (columns, rows) = terminal::size()?;
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
