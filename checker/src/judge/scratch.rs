//! Folders that hold what one check compiles, and go with it.

use std::path::Path;

use anyhow::Context;
use rustix::process::{Pid, test_kill_process};
use tempfile::TempDir;

/// The names begin with this and the number of the process they belong to.
const PREFIX: &str = "check-";

/// An empty folder for one check; it is removed when the value is dropped.
pub(super) fn folder(directory: &Path) -> anyhow::Result<TempDir> {
    let prefix = format!("{PREFIX}{}-", std::process::id());
    let folder = tempfile::Builder::new().prefix(&prefix).tempdir_in(directory);
    folder.with_context(|| format!("{} cannot be written", directory.display()))
}

/// Removes the folders of processes that were killed before they could do so.
pub(super) fn sweep(directory: &Path) {
    for entry in std::fs::read_dir(directory).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let owner = name.to_str().and_then(|name| name.strip_prefix(PREFIX)).and_then(|rest| rest.split('-').next());
        let owner = owner.and_then(|pid| pid.parse().ok()).and_then(Pid::from_raw);
        if owner.is_some_and(|pid| test_kill_process(pid) == Err(rustix::io::Errno::SRCH)) {
            // Whoever else sweeps at the same time may have been faster.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_folders_of_dead_processes_are_swept() {
        let directory = tempfile::tempdir().unwrap();
        let mut dead = std::process::Command::new("true").spawn().unwrap();
        dead.wait().unwrap();
        let left = directory.path().join(format!("check-{}-left", dead.id()));
        std::fs::create_dir(&left).unwrap();
        let other = directory.path().join("judges");
        std::fs::create_dir(&other).unwrap();
        let own = folder(directory.path()).unwrap();
        sweep(directory.path());
        assert_eq!((left.exists(), other.exists(), own.path().exists()), (false, true, true));
    }
}
