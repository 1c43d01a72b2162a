//! The program that runs, as one that can be started again and told from other builds.
//!
//! cargo puts a new program in the place of one that still runs: whoever edits the checker while watch mode or a long
//! verification goes on does so with every build. From then on, the path that the program was started by leads elsewhere.

use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The kernel's own name, on Linux, for the program of the process that uses the name, removed or not.
const RUNNING: &str = "/proc/self/exe";

/// A path that starts this program: whoever opens it must be a process of this program, or just about to become another.
///
/// Where the kernel has no such name, it is the path that the program was started by.
///
/// # Errors
/// If nobody knows where the program lies.
pub fn path() -> io::Result<PathBuf> {
    if Path::new(RUNNING).exists() { Ok(RUNNING.into()) } else { std::env::current_exe() }
}

/// Stands for this build of the program: its size and its age. None if they are unknown.
pub fn build() -> Option<(u64, SystemTime)> {
    let metadata = std::fs::metadata(path().ok()?).ok()?;
    Some((metadata.len(), metadata.modified().ok()?))
}
