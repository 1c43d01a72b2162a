//! The channel on which a test process gets its job and hands back the outcome.
//!
//! It is a socket that the checker puts in the place of standard input. The process moves it away before any of the
//! learner's code runs, so that reading standard input finds its end and nothing else. The outcome is believed only
//! if it repeats the word that the checker sent behind the job, and that word is read after the test has ended:
//! a process that exits early, or prints what it likes, has said nothing.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::os::fd::OwnedFd;

use serde::{Deserialize, Serialize};

use crate::{Outcome, limits};

/// What one test process is to do: the first line on the channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// The hidden test, by its function's name.
    pub test: String,
    /// The learner's file as the compiler knows it, that is, as it stands in a `Location`.
    pub learner_file: String,
    /// Most executions to explore.
    pub max_executions: u64,
    /// Most scheduling points in one execution before it counts as going on for ever.
    pub max_steps: u64,
    /// Most threads alive at once.
    pub max_threads: u64,
    /// Seconds after which a native test counts as hanging.
    pub seconds: u64,
    /// Seconds of processor time, of all its threads together, after which a native test counts as hanging.
    pub cpu_seconds: u64,
    /// Most bytes of data memory.
    pub memory: u64,
    /// Whether the outcome shall hold every step, also those that do not matter.
    #[serde(default)]
    pub full_trace: bool,
}

/// A program that the learner has broken on purpose: it must fail, and compile once one text in it is replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BrokenProgram {
    /// The program.
    pub text: String,
    /// The text to replace.
    pub part: String,
    /// What to put in its place.
    pub replacement: String,
}

/// What the process hands back: the last line on the channel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// The word that came behind the job.
    pub word: String,
    /// How the test ended.
    pub outcome: Outcome,
    /// What the checker still has to compile.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programs: Vec<BrokenProgram>,
}

/// The test process's end of the channel.
#[derive(Debug)]
pub struct Channel {
    input: BufReader<File>,
    output: File,
    programs: Vec<BrokenProgram>,
}

impl Channel {
    /// Takes the channel out of standard input, reads the job and keeps this process within the job's limits from now
    /// on.
    ///
    /// # Errors
    /// If standard input is not the checker's socket, or the system refuses the limits.
    pub fn open() -> io::Result<(Self, Job)> {
        let input = above_standard(&io::stdin())?;
        let output = above_standard(&io::stdin())?;
        rustix::stdio::dup2_stdin(File::open("/dev/null")?)?;
        let mut channel = Channel { input: BufReader::new(input.into()), output: output.into(), programs: Vec::new() };
        let job = channel.line()?;
        let job = serde_json::from_str(&job).map_err(io::Error::other)?;
        limits::set(&job)?;
        Ok((channel, job))
    }

    /// Has the system end this process if it uses far more processor time than the job allows, whatever its threads do.
    /// For a judge that watches that time by itself.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn limit_cpu_time(job: &Job) -> io::Result<()> {
        limits::set_cpu(job)
    }

    /// Adds programs that go to the checker together with the outcome.
    pub fn hand_over(&mut self, programs: impl IntoIterator<Item = BrokenProgram>) {
        self.programs.extend(programs);
    }

    /// Hands the outcome back. The process has nothing left to do after that.
    ///
    /// # Errors
    /// If the checker has gone.
    pub fn finish(mut self, outcome: Outcome) -> io::Result<()> {
        let word = self.line()?;
        let reply = Reply { word, outcome, programs: std::mem::take(&mut self.programs) };
        let mut reply = serde_json::to_vec(&reply).map_err(io::Error::other)?;
        reply.push(b'\n');
        self.output.write_all(&reply)
    }

    fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        self.input.read_line(&mut line)?;
        Ok(line.trim_end().to_owned())
    }
}

/// A copy of the descriptor with a number that no learner's code stumbles over.
fn above_standard(of: &impl std::os::fd::AsFd) -> io::Result<OwnedFd> {
    Ok(rustix::io::fcntl_dupfd_cloexec(of, 100)?)
}
