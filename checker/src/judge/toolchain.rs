//! The toolchain that the course asks for, and calling its compiler.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::{Deserialize, Serialize};

use super::confinement::Place;
use crate::exit::Stop;

/// The version of rustc whose words the course expects.
const RUSTC: &str = "1.95.0";

/// Where a toolchain lies.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Toolchain {
    /// Its folder.
    pub(super) sysroot: PathBuf,
    /// The folder that holds std as a shared library.
    pub(super) shared_std: PathBuf,
    /// How rustc calls the folder of std's sources.
    std_sources: String,
}

impl Toolchain {
    /// The one that is in use in this folder.
    pub(super) fn find(root: &Path) -> Result<Self, Stop> {
        let ask = |arguments: &[&str]| {
            let output = Command::new("rustc").args(arguments).current_dir(root).stdin(Stdio::null()).output();
            let output = output.map_err(|error| {
                Stop::environment(format!(
                    "rustc cannot be started: {error}. Install Rust from https://rustup.rs and open a new terminal."
                ))
            })?;
            if !output.status.success() {
                let said = String::from_utf8_lossy(&output.stderr);
                return Err(Stop::environment(format!(
                    "rustc does not work: {}. Call `rustup toolchain install {RUSTC}`.",
                    said.trim()
                )));
            }
            Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
        };
        let about = ask(&["--version", "--verbose"])?;
        let version = about.lines().next().unwrap_or_default();
        if version.split(' ').nth(1) != Some(RUSTC) {
            return Err(Stop::environment(format!(
                "the course needs rustc {RUSTC}, and this is {version}. Call `rustup toolchain install {RUSTC}`, and unset RUSTUP_TOOLCHAIN if it is set."
            )));
        }
        let commit = about.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or(RUSTC);
        let std_sources = format!("/rustc/{commit}");
        let folders = ask(&["--print=sysroot", "--print=target-libdir"])?;
        let mut folders = folders.lines().map(PathBuf::from);
        match (folders.next(), folders.next()) {
            (Some(sysroot), Some(shared_std)) => Ok(Toolchain { sysroot, shared_std, std_sources }),
            _ => Err(Stop::environment("rustc does not say where it lies. Call `rustup toolchain install` again.")),
        }
    }

    /// The compiler itself, not rustup's stand-in for it, which would look for the toolchain at every call.
    pub(super) fn rustc(&self) -> PathBuf {
        self.sysroot.join("bin").join("rustc")
    }

    /// A call of the compiler, which may read its own folder and what else is said.
    ///
    /// Where the sources of std are installed, rustc would quote them in errors, and say the same as everywhere else in
    /// other words. It does not look for them if they are called what they are called already.
    pub(super) fn compiler(&self, place: Place<'_>, read: &[&Path]) -> Command {
        let rustc = self.rustc();
        let mut command = place.compiler(&rustc, read, &[&rustc]);
        command.arg(format!("--remap-path-prefix={0}={0}", self.std_sources));
        command
    }
}
