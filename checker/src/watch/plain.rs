//! The watch mode in a terminal that cannot be drawn on (`TERM=dumb`, as in an editor's shell): what is new is printed
//! below, and keys are lines.

use std::io::{self, BufRead};
use std::thread;

use crossbeam_channel::Sender;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::event::Event;
use super::state::State;
use super::{page, view};
use crate::commands::print;

/// What has been printed last.
#[derive(Debug, Default)]
pub(super) struct Plain {
    last: String,
    notice: Option<String>,
}

impl Plain {
    /// Prints what is new. While an answer is judged, nothing is.
    pub(super) fn draw(&mut self, state: &State) -> io::Result<()> {
        if state.notice != self.notice {
            self.notice.clone_from(&state.notice);
            if let Some(notice) = &state.notice {
                print::out(&format!("{notice}\n"))?;
            }
        }
        if let Some(name) = state.asks_reset.and_then(|index| state.course.exercises().nth(index)) {
            return self.say(format!("Put {} back to its start? A copy of your answer is kept. y/n\n", name.name));
        }
        if state.stage.is_some() && matches!(state.page, super::state::Page::Verdict) {
            return Ok(());
        }
        let width = view::columns(state);
        let head = format!("── {} ── {}\n", state.exercise().shown_path(), view::standing(state).0);
        self.say(format!("\n{head}{}{KEYS}\n", print::paint(&page::content(state, width))))
    }

    fn say(&mut self, text: String) -> io::Result<()> {
        if text != self.last {
            print::out(&text)?;
            self.last = text;
        }
        Ok(())
    }
}

const KEYS: &str =
    "Type a key or an exercise's name, and Enter.\nn next, h hint, l list, r run again, x reset, ? all keys, q quit";

/// Sends what is typed: a line of one character is that key, a longer one the exercise to open.
pub(super) fn lines(events: Sender<Event>) {
    thread::spawn(move || {
        for line in io::stdin().lock().lines().map_while(Result::ok) {
            let mut characters = line.trim().chars();
            let event = match (characters.next(), characters.next()) {
                (None, _) => continue,
                (Some(key), None) => Event::Key(KeyEvent::new(KeyCode::Char(key), KeyModifiers::NONE)),
                _ => Event::Open(line.trim().to_owned()),
            };
            if events.send(event).is_err() {
                return;
            }
        }
        let _ = events.send(Event::InputEnded);
    });
}
