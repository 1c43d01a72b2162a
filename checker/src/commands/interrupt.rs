//! ^C and its like while a command judges: the processes of the check end first, then this one.

use std::process;
use std::sync::atomic::{AtomicI32, Ordering};

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use crate::judge::Cancel;

/// The signal that ended the check; 0 if none did.
static SIGNAL: AtomicI32 = AtomicI32::new(0);

/// From now on, a signal that ends this process ends the check as well. What the check has started runs in process
/// groups of its own, which a terminal's ^C does not reach. The command gets time to tidy up; a second signal gives
/// it none.
///
/// # Errors
/// If the system takes no more signal handlers.
pub fn end_on_signals(cancel: &Cancel) -> std::io::Result<()> {
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP])?;
    let cancel = cancel.clone();
    std::thread::spawn(move || {
        for signal in signals.forever() {
            cancel.cancel();
            if SIGNAL.swap(signal, Ordering::Relaxed) != 0 {
                end_by(signal);
            }
        }
    });
    Ok(())
}

/// If a signal has ended the check, ends the process the way the signal would have, so that the shell knows.
pub fn end_if_signalled() {
    match SIGNAL.load(Ordering::Relaxed) {
        0 => {}
        signal => end_by(signal),
    }
}

fn end_by(signal: i32) {
    if emulate_default_handler(signal).is_err() {
        process::abort();
    }
}
