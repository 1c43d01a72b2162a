//! A pseudo-terminal with a program in it, and what its screen shows.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::AsFd;
use std::path::Path;
use std::process::{Child, ExitStatus};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use pty_process::Size;
use pty_process::blocking::{Command, Pty};
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{LocalModes, tcgetattr};

/// Nothing takes that long unless it is stuck.
const DEADLINE: Duration = Duration::from_secs(60);

/// A program in a terminal. It is killed if the test ends before it does.
pub struct Terminal {
    child: Child,
    pty: Pty,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
}

impl Terminal {
    /// Starts a program in a terminal of so many columns and rows.
    pub fn start(
        program: &str,
        arguments: &[&str],
        folder: &Path,
        variables: &[(&str, &Path)],
        columns: u16,
        rows: u16,
    ) -> Self {
        let (pty, pts) = pty_process::blocking::open().unwrap();
        pty.resize(Size::new(rows, columns)).unwrap();
        let mut command = Command::new(program).args(arguments).current_dir(folder).env("TERM", "xterm-256color");
        for variable in
            ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "ENV", "VISUAL", "EDITOR", "TMUX", "ZELLIJ", "TERM_PROGRAM"]
        {
            command = command.env_remove(variable);
        }
        let child = command.envs(variables.iter().copied()).spawn(pts).unwrap();
        let mut reader = File::from(pty.as_fd().try_clone_to_owned().unwrap());
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            // Reading fails once the program's side is closed.
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Terminal { child, pty, output, screen: vt100::Parser::new(rows, columns, 0) }
    }

    /// Sends what the keys send.
    pub fn press(&mut self, keys: &str) {
        self.pty.write_all(keys.as_bytes()).unwrap();
    }

    /// Makes the terminal larger or smaller.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.screen.screen_mut().set_size(rows, columns);
        self.pty.resize(Size::new(rows, columns)).unwrap();
    }

    /// Waits until the screen shows all these texts at once.
    pub fn wait_for(&mut self, texts: &[&str]) {
        self.wait_until(&format!("{texts:?}"), |screen| texts.iter().all(|text| screen.contains(text)));
    }

    /// Waits until the screen is as wanted.
    pub fn wait_until(&mut self, wanted: &str, is_there: impl Fn(&str) -> bool) {
        let deadline = Instant::now() + DEADLINE;
        while !is_there(&self.contents()) {
            match self.output.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(RecvTimeoutError::Timeout) => panic!("{wanted} never came; the screen is\n{}", self.contents()),
                Err(RecvTimeoutError::Disconnected) => {
                    panic!("{wanted} was still to come when the program ended; the screen is\n{}", self.contents())
                }
            }
        }
    }

    /// What the screen shows.
    pub fn contents(&self) -> String {
        self.screen.screen().contents()
    }

    /// Whether anything on the screen has a colour.
    pub fn is_colourful(&self) -> bool {
        let screen = self.screen.screen();
        let (rows, columns) = screen.size();
        let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        cells
            .filter_map(|(row, column)| screen.cell(row, column))
            .any(|cell| cell.fgcolor() != vt100::Color::Default || cell.bgcolor() != vt100::Color::Default)
    }

    /// The number of the program's process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Sends the program a signal.
    pub fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }

    /// Waits for the program to end.
    pub fn wait(&mut self) -> ExitStatus {
        let deadline = Instant::now() + DEADLINE;
        // The output ends when the last process that has the terminal open ends.
        loop {
            match self.output.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(RecvTimeoutError::Disconnected) => return self.child.wait().unwrap(),
                Err(RecvTimeoutError::Timeout) => {
                    panic!("the program does not end; the screen is\n{}", self.contents())
                }
            }
        }
    }

    /// Whether the terminal is as it was found: echo, lines, the main screen and a cursor.
    pub fn is_restored(&self) -> bool {
        let modes = tcgetattr(&self.pty).unwrap().local_modes;
        modes.contains(LocalModes::ECHO | LocalModes::ICANON) && self.is_main_screen()
    }

    /// Whether it is the main screen that is shown, with a cursor.
    pub fn is_main_screen(&self) -> bool {
        !self.screen.screen().alternate_screen() && !self.screen.screen().hide_cursor()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
