//! What stands between the code of a stranger and everything else, on Linux.
//!
//! Two walls. The outer one is put around every process that compiles, links or runs an answer, by the [launcher](confine)
//! and before the program starts: Landlock for files, ports and signals, a filter of system calls for what Landlock does
//! not know, and limits. The inner one is the seal: the harness of the hidden tests puts it around the
//! threads of the learner's code, which then can compute, wait and start threads, and nothing else.

pub mod confine;
#[cfg(target_os = "linux")]
mod files;
#[cfg(target_os = "linux")]
mod filter;
mod limits;

use std::ffi::OsString;
use std::sync::Arc;

use anyhow::Context;
use threadlings::judge::{Bounds, Confinement, Inspect};
use threadlings::this_program;

/// A layer of the sandbox that the kernel may lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// Files, ports and signals.
    Landlock,
    /// Filters of system calls.
    Seccomp,
}

impl Layer {
    /// What is missing without it, in a few words.
    pub fn name(self) -> &'static str {
        match self {
            Layer::Landlock => "Landlock (Linux 5.19 or newer, with landlock among its security modules)",
            Layer::Seccomp => "seccomp (Linux with CONFIG_SECCOMP_FILTER)",
        }
    }
}

/// The layers that this machine lacks, found out by putting up the walls around a process that then looks whether they
/// hold.
///
/// # Errors
/// If no such process can be started.
pub fn missing() -> anyhow::Result<Vec<Layer>> {
    let this = this_program()?;
    let output = std::process::Command::new(&this)
        .args([confine::LAUNCHER, confine::PROBE])
        .output()
        .with_context(|| format!("{} cannot be started", this.display()))?;
    let said = String::from_utf8_lossy(&output.stdout);
    anyhow::ensure!(
        output.status.success(),
        "the sandbox cannot be tried: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok([Layer::Landlock, Layer::Seccomp]
        .into_iter()
        .filter(|layer| !said.lines().any(|line| line == format!("{layer:?}")))
        .collect())
}

/// Confines the processes of a workshop. `required` says that every layer must be there: without one, nothing starts.
///
/// # Errors
/// If this program does not know where it lies.
pub fn confinement(required: bool, bounds: Bounds, inspect: Arc<dyn Inspect>) -> anyhow::Result<Confinement> {
    let mode = if required { confine::ALL_LAYERS } else { confine::SOME_LAYERS };
    let launcher = vec![this_program()?, confine::LAUNCHER.into(), mode.into()];
    Ok(Confinement { launcher, seal, bounds, inspect })
}

fn this_program() -> anyhow::Result<OsString> {
    Ok(this_program::path().context("where this program lies is unknown")?.into())
}

#[cfg(target_os = "linux")]
fn seal(process: u32) -> Vec<u64> {
    if filter::is_supported() { filter::seal(process) } else { Vec::new() }
}

#[cfg(not(target_os = "linux"))]
fn seal(_process: u32) -> Vec<u64> {
    Vec::new()
}

#[cfg(all(test, target_os = "linux"))]
mod tests;
