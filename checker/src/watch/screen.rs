//! The terminal: taken, drawn on, and handed back on every way out.

use std::io::{self, BufWriter, Stdout, Write};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossbeam_channel::Sender;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::{Hide, Show};
use ratatui::crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use ratatui::crossterm::{execute, queue};
use ratatui::layout::Rect;

use super::event::Event;
use super::state::State;
use super::view;

/// The terminal in raw mode with the alternate screen, for as long as this lives.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
}

/// Whether the terminal is taken. It is handed back once: a second time would put the cursor over what was printed
/// since. There is one terminal, and a panic has to know, too.
static TAKEN: AtomicBool = AtomicBool::new(false);

impl Screen {
    /// Takes the terminal.
    pub(super) fn take() -> io::Result<Self> {
        // Buffered, so that one frame is one write and never seen half done.
        let backend = CrosstermBackend::new(BufWriter::with_capacity(64 * 1024, io::stdout()));
        let mut screen = Screen { terminal: Terminal::new(backend)? };
        screen.retake()?;
        Ok(screen)
    }

    /// Takes the terminal again, whatever state others have left it in.
    pub(super) fn retake(&mut self) -> io::Result<()> {
        self.hand_back();
        TAKEN.store(true, Ordering::Relaxed);
        enable_raw_mode()?;
        execute!(io::stdout(), EnterAlternateScreen, Hide)?;
        self.redraw()
    }

    /// Draws everything anew with the next frame.
    pub(super) fn redraw(&mut self) -> io::Result<()> {
        // `Terminal::clear` would, too, but asks the terminal for its cursor first, and waits.
        let size = self.terminal.size()?;
        // Nobody shall see the empty screen in between.
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        self.terminal.resize(Rect::new(0, 0, size.width, size.height))
    }

    /// Leaves the terminal as it was found.
    pub(super) fn hand_back(&mut self) {
        restore();
    }

    /// Draws a frame; nothing while the terminal is handed back.
    pub(super) fn draw(&mut self, state: &State) -> io::Result<()> {
        if !TAKEN.load(Ordering::Relaxed) {
            return Ok(());
        }
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        self.terminal.draw(|frame| view::draw(frame, state))?;
        queue!(self.terminal.backend_mut(), EndSynchronizedUpdate)?;
        io::Write::flush(self.terminal.backend_mut())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.hand_back();
    }
}

/// Makes a panic of this thread readable: the terminal is handed back before the message is printed. Panics of other
/// threads become events, because their message would be lost on the alternate screen.
pub(super) fn restore_on_panic(events: Sender<Event>) {
    let owner = thread::current().id();
    let print = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if thread::current().id() == owner {
            restore();
            print(panic);
        } else {
            let _ = events.send(Event::Panicked(panic.to_string()));
        }
    }));
}

fn restore() {
    if !TAKEN.swap(false, Ordering::Relaxed) {
        return;
    }
    // The terminal may have gone; there is nobody to tell.
    let _ = execute!(io::stdout(), EndSynchronizedUpdate, LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
    let _ = io::stdout().flush();
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use rustix::termios::{LocalModes, tcgetattr};

    use super::*;

    /// Says that this process is the one that panics.
    const PANICS: &str = "THREADLINGS_TEST_PANICS";

    #[test]
    fn a_panic_hands_the_terminal_back_and_is_readable() {
        if std::env::var_os(PANICS).is_some() {
            let (sender, _events) = crossbeam_channel::unbounded();
            restore_on_panic(sender);
            let _screen = Screen::take().unwrap();
            panic!("something went wrong");
        }
        let (mut pty, pts) = pty_process::blocking::open().unwrap();
        pty.resize(pty_process::Size::new(24, 80)).unwrap();
        let this = std::env::current_exe().unwrap();
        let mut child = pty_process::blocking::Command::new(this)
            .args(["--exact", "--nocapture", "--test-threads=1"])
            .arg(format!(
                "{}::a_panic_hands_the_terminal_back_and_is_readable",
                module_path!().split_once("::").unwrap().1
            ))
            .env(PANICS, "1")
            .env("TERM", "xterm-256color")
            .spawn(pts)
            .unwrap();
        let mut printed = Vec::new();
        // Reading fails once the other side is closed.
        let _ = pty.read_to_end(&mut printed);
        assert!(!child.wait().unwrap().success());
        let printed = String::from_utf8_lossy(&printed);
        let (left, message) = (printed.rfind("\u{1b}[?1049l"), printed.find("something went wrong"));
        assert!(printed.contains("\u{1b}[?1049h") && left.is_some() && left < message, "{printed:?}");
        let modes = tcgetattr(&pty).unwrap().local_modes;
        assert!(modes.contains(LocalModes::ECHO | LocalModes::ICANON));
    }
}
