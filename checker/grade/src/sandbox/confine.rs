//! The launcher: takes rights away from itself and becomes the program it is told.
//!
//! `threadlings-grade confine MODE PERMIT -- PROGRAM ARGUMENTS`, which nobody but the grader calls.

use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::process::{Command, ExitCode};

use anyhow::Context;
use threadlings::judge::Permit;

use super::{Layer, limits};

/// The first argument.
pub const LAUNCHER: &str = "confine";

/// The second: start nothing unless every layer holds.
pub const ALL_LAYERS: &str = "all-layers";

/// The second: start with as many layers as there are.
pub const SOME_LAYERS: &str = "some-layers";

/// The second: say which layers hold, and start nothing.
pub const PROBE: &str = "probe";

/// The launcher could not do what it was told.
const FAILED: u8 = 125;

/// Does what the arguments ask for, if they call the launcher. Returns only if it fails, or to a probe.
pub fn if_called() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next()? != LAUNCHER {
        return None;
    }
    let Err(error) = run(arguments) else { return Some(ExitCode::SUCCESS) };
    eprintln!("the sandbox cannot be set up: {error:#}");
    Some(ExitCode::from(FAILED))
}

fn run(mut arguments: impl Iterator<Item = OsString>) -> anyhow::Result<()> {
    let mode = arguments.next().context("no mode")?;
    if mode == PROBE {
        for layer in hold(&Permit::default())? {
            println!("{layer:?}");
        }
        return Ok(());
    }
    let permit = arguments.next().context("no permit")?;
    let permit: Permit = serde_json::from_str(permit.to_str().context("a permit is text")?)?;
    let program = arguments.nth(1).context("no program")?;
    limits::set(&permit)?;
    let layers = put_up(&permit)?;
    anyhow::ensure!(mode != ALL_LAYERS || layers.len() == 2, "this system has only {layers:?} of it");
    Err(Command::new(&program).args(arguments).exec())
        .with_context(|| format!("{} cannot be started", program.display()))
}

/// Puts up the outer wall; tells which layers are there.
#[cfg(target_os = "linux")]
fn put_up(permit: &Permit) -> anyhow::Result<Vec<Layer>> {
    let landlock = super::files::restrict(permit)?.then_some(Layer::Landlock);
    let seccomp = super::filter::restrict()?.then_some(Layer::Seccomp);
    Ok(landlock.into_iter().chain(seccomp).collect())
}

#[cfg(not(target_os = "linux"))]
fn put_up(_permit: &Permit) -> anyhow::Result<Vec<Layer>> {
    Ok(Vec::new())
}

/// Puts up the outer wall; tells which layers hold.
fn hold(permit: &Permit) -> anyhow::Result<Vec<Layer>> {
    let mut layers = put_up(permit)?;
    layers.retain(|layer| match layer {
        Layer::Landlock => std::fs::read_dir("/").is_err(),
        Layer::Seccomp => std::net::UdpSocket::bind("127.0.0.1:0").is_err(),
    });
    Ok(layers)
}
