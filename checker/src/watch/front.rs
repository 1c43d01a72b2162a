//! What the learner sees and types on: a screen that is drawn, or a terminal that only prints.

use std::io;

use crossbeam_channel::Sender;

use super::event::Event;
use super::plain::{self, Plain};
use super::screen::Screen;
use super::sources::Keyboard;
use super::state::State;

/// The learner's side of the watch mode.
pub(super) enum Front {
    /// A whole screen, and single keys.
    Drawn {
        /// The terminal.
        screen: Screen,
        /// None while the terminal is lent to an editor.
        keyboard: Option<Keyboard>,
        /// Where the keys go.
        events: Sender<Event>,
    },
    /// Text below text, and lines.
    Printed(Plain),
}

impl Front {
    /// Takes the terminal, and draws the first frame before anything else happens.
    pub(super) fn take(state: &State, events: Sender<Event>) -> io::Result<Self> {
        let mut screen = Screen::take()?;
        screen.draw(state)?;
        let keyboard = Some(Keyboard::start(events.clone())?);
        Ok(Front::Drawn { screen, keyboard, events })
    }

    /// Prints, on a terminal that can do nothing else.
    pub(super) fn print(events: Sender<Event>) -> Self {
        plain::lines(events);
        Front::Printed(Plain::default())
    }

    /// Shows the state.
    pub(super) fn draw(&mut self, state: &State) -> io::Result<()> {
        match self {
            Front::Drawn { screen, .. } => screen.draw(state),
            Front::Printed(plain) => plain.draw(state),
        }
    }

    /// Draws everything anew with the next frame.
    pub(super) fn redraw(&mut self) -> io::Result<()> {
        match self {
            Front::Drawn { screen, .. } => screen.redraw(),
            Front::Printed(_) => Ok(()),
        }
    }

    /// Leaves the terminal as it was found, until [`Front::resume`].
    pub(super) fn hand_back(&mut self) {
        if let Front::Drawn { screen, .. } = self {
            screen.hand_back();
        }
    }

    /// Leaves the terminal and its keys to another program, until [`Front::resume`]. False if there is nothing that could
    /// be lent.
    pub(super) fn lend(&mut self) -> bool {
        let Front::Drawn { screen, keyboard, .. } = self else { return false };
        *keyboard = None;
        screen.hand_back();
        true
    }

    /// Takes the terminal again, whatever others have done to it meanwhile.
    pub(super) fn resume(&mut self) -> io::Result<()> {
        let Front::Drawn { screen, keyboard, events } = self else { return Ok(()) };
        screen.retake()?;
        if keyboard.is_none() {
            *keyboard = Some(Keyboard::start(events.clone())?);
        }
        Ok(())
    }
}
