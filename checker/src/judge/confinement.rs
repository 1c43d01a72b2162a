//! How processes are kept in that handle what a stranger wrote.
//!
//! A learner trusts their own code, and nothing is confined. Whoever grades gives the workshop a launcher: a program that
//! takes rights away from itself and becomes the program it is told. This module says which rights each process needs;
//! how they are taken away is the launcher's business.

use std::ffi::OsString;
use std::fmt::Debug;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::source::Source;

/// Confines the processes of a [`Workshop`](super::Workshop).
#[derive(Clone, Debug)]
pub struct Confinement {
    /// The launcher and its first arguments. Behind them come a [`Permit`] as JSON, `--`, and what is to be started.
    pub launcher: Vec<OsString>,
    /// Makes the filter that the learner's code is sealed in with, for the process of that number. It makes an empty
    /// one where there is no such filter. See `threadlings_report::keeper`.
    pub seal: fn(process: u32) -> Vec<u64>,
    /// What processes may use.
    pub bounds: Bounds,
    /// Looks at the code that was made of an answer, before it is linked.
    pub inspect: Arc<dyn Inspect>,
}

/// Looks at what the compiler has made of an answer.
pub trait Inspect: Debug + Send + Sync {
    /// Looks at the library.
    ///
    /// # Errors
    /// What the answer must not contain, as the end of the sentence "your code contains ...".
    fn inspect(&self, answer: &Source, library: &Path) -> Result<(), String>;
}

/// What the processes that handle one answer may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Seconds that one call of the compiler or linker may take.
    pub compile_seconds: u64,
    /// Seconds that a native test may take, in the place of what the exercise says.
    pub test_seconds: Option<u64>,
    /// Most bytes of data memory of each process.
    pub memory: u64,
}

/// What a process may do. It may read the system's libraries and its own folder under `/proc` in any case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permit {
    /// Files and folders that it may read.
    pub read: Vec<PathBuf>,
    /// Programs, and folders with programs, that it may start.
    pub execute: Vec<PathBuf>,
    /// Folders that it may read and write.
    pub write: Vec<PathBuf>,
    /// Most seconds of processor time.
    pub cpu_seconds: u64,
    /// Most bytes of data memory.
    pub memory: u64,
    /// Most bytes of a file that it writes.
    pub file: u64,
}

/// No object file, library or program of an exercise is nearly as large, in bytes.
const LARGEST_FILE: u64 = 64 << 20;

/// A compiler works on several cores.
const CORES: u64 = 2;

/// Seconds of processor time that no test needs: the judges have budgets of their own.
const MOST_CPU: u64 = 600;

/// Where processes are started, and what with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    pub(super) confinement: Option<&'a Confinement>,
    /// What every one of them may read: compiler, std and judges.
    pub(super) tools: &'a [PathBuf],
    /// Where it works; its temporary files lie there, too.
    pub(super) directory: &'a Path,
}

impl Place<'_> {
    /// A compiler or linker, which writes to its folder. It may start what `execute` says.
    pub(super) fn compiler(&self, program: &Path, read: &[&Path], execute: &[&Path]) -> Command {
        let bounds = self.confinement.map(|confinement| confinement.bounds);
        let mut command = self.command(program, |tools, directory| Permit {
            read: tools.iter().cloned().chain(owned(read)).collect(),
            execute: owned(execute).collect(),
            write: vec![directory.to_owned()],
            cpu_seconds: bounds.map_or(0, |bounds| bounds.compile_seconds * CORES),
            memory: bounds.map_or(0, |bounds| bounds.memory),
            file: LARGEST_FILE,
        });
        if self.confinement.is_some() {
            command.env("TMPDIR", self.directory);
        }
        command.current_dir(self.directory);
        command
    }

    /// A test, which writes nothing.
    pub(super) fn test(&self, program: &Path) -> Command {
        let mut command = self.command(program, |tools, directory| Permit {
            read: tools.iter().cloned().chain([directory.to_owned()]).collect(),
            execute: vec![program.to_owned()],
            write: Vec::new(),
            cpu_seconds: MOST_CPU,
            // The harness limits it as the job says.
            memory: 0,
            file: 0,
        });
        command.current_dir(self.directory);
        command
    }

    /// How long a compiler may take.
    pub(super) fn compile_time(&self) -> Option<Duration> {
        self.confinement.map(|confinement| Duration::from_secs(confinement.bounds.compile_seconds))
    }

    fn command(&self, program: &Path, permit: impl FnOnce(&[PathBuf], &Path) -> Permit) -> Command {
        let Some(Confinement { launcher, .. }) = self.confinement else { return Command::new(program) };
        let permit = permit(self.tools, self.directory);
        let permit = serde_json::to_string(&permit).expect("paths of a course are text");
        let mut command = Command::new(&launcher[0]);
        command.args(&launcher[1..]).arg(permit).arg("--").arg(program);
        command
    }
}

fn owned(paths: &[&Path]) -> impl Iterator<Item = PathBuf> {
    paths.iter().map(|path| path.to_path_buf())
}
