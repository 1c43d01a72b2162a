//! The channel on which a test process gets its job and hands back the outcome.
//!
//! It is a socket that the checker puts in the place of standard input. The process moves it away before any of the
//! learner's code runs, so that reading standard input finds its end and nothing else. The outcome is believed only
//! if it comes with the token that the checker has made up for it: one for a test that holds, another for one that does
//! not. The checker sends them when it hears that the test has ended, and a thread reads them that the learner's code
//! never runs on; see [`keeper`](crate::keeper). So a process that exits early, or prints what it likes, has said nothing.
//!
//! A line each: the [`Job`] and the seal to the process; [`BEGUN`] and [`ENDED`] from it; the two tokens to it; the
//! [`Reply`] from it, and then nothing more.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::os::fd::OwnedFd;

use serde::{Deserialize, Serialize};

use crate::{Outcome, Schedule, limits};

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
    /// The one schedule to run, in the place of all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replay: Option<Schedule>,
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

/// What the process says before the learner's code runs. Without it, what went wrong is not the learner's.
pub const BEGUN: &str = "begun";

/// What the process says when the test has ended, however that was.
pub const ENDED: &str = "ended";

/// Most bytes of an outcome: a whole trace fits easily.
const LARGEST_REPLY: u64 = 16 * 1024 * 1024;

/// What proves an outcome. Nobody but the checker knows them until the test has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tokens {
    /// Comes with [`Outcome::Passed`] and [`Outcome::Replayed`].
    pub pass: String,
    /// Comes with [`Outcome::Failed`].
    pub fail: String,
}

impl Tokens {
    /// The token that comes with that outcome.
    pub fn of(&self, outcome: &Outcome) -> &str {
        match outcome {
            Outcome::Passed(_) | Outcome::Replayed(_) => &self.pass,
            Outcome::Failed(_) => &self.fail,
        }
    }
}

/// Why there is no outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoReply {
    /// The learner's code never ran.
    NotBegun,
    /// It ran, and the process ended without an outcome, or with one that nobody can believe.
    Nothing,
}

/// Speaks for the checker: hands the job out and waits for the outcome, until the process has ended. `seal` is a program
/// for the kernel's filter of system calls, which the learner's code is not to get out of; if it is empty, there is no
/// such filter.
///
/// # Errors
/// If there is not one outcome, with the token that belongs to it, and nothing else.
///
/// # Panics
/// Never: all that is sent is plain data.
pub fn converse(mut stream: impl Read + Write, job: &Job, seal: &[u64], tokens: &Tokens) -> Result<Reply, NoReply> {
    let job = serde_json::to_string(job).expect("a job is plain data");
    let seal = serde_json::to_string(seal).expect("numbers are plain data");
    // A process that is gone already is noticed when nothing comes.
    let _ = stream.write_all(format!("{job}\n{seal}\n").as_bytes());
    if !said(&mut stream, BEGUN) {
        return Err(NoReply::NotBegun);
    }
    if !said(&mut stream, ENDED) {
        return Err(NoReply::Nothing);
    }
    let _ = stream.write_all(format!("{}\n{}\n", tokens.pass, tokens.fail).as_bytes());
    let mut sent = Vec::new();
    // What came before an error tells enough: the process has ended.
    let _ = stream.take(LARGEST_REPLY).read_to_end(&mut sent);
    reply(&String::from_utf8_lossy(&sent), tokens)
}

/// Whether the next thing that comes is this word on a line.
fn said(stream: &mut impl Read, word: &str) -> bool {
    let mut line = vec![0; word.len() + 1];
    stream.read_exact(&mut line).is_ok() && line.strip_suffix(b"\n") == Some(word.as_bytes())
}

fn reply(sent: &str, tokens: &Tokens) -> Result<Reply, NoReply> {
    let line = sent.strip_suffix('\n').ok_or(NoReply::Nothing)?;
    let reply: Reply = serde_json::from_str(line).map_err(|_| NoReply::Nothing)?;
    if reply.token == tokens.of(&reply.outcome) { Ok(reply) } else { Err(NoReply::Nothing) }
}

/// What the process hands back: the last line on the channel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// The token that belongs to the outcome.
    pub token: String,
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
    seal: Vec<u64>,
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
        let mut channel = Channel { input: BufReader::new(input.into()), output: output.into(), seal: Vec::new() };
        let job = serde_json::from_str(&channel.line()?).map_err(io::Error::other)?;
        channel.seal = serde_json::from_str(&channel.line()?).map_err(io::Error::other)?;
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

    pub(crate) fn take_seal(&mut self) -> Vec<u64> {
        std::mem::take(&mut self.seal)
    }

    /// Says that the learner's code runs from now on.
    pub(crate) fn begin(&mut self) -> io::Result<()> {
        self.output.write_all(format!("{BEGUN}\n").as_bytes())
    }

    /// Hands the outcome back. The process has nothing left to do after that.
    pub(crate) fn finish(mut self, outcome: Outcome, programs: Vec<BrokenProgram>) -> io::Result<()> {
        self.output.write_all(format!("{ENDED}\n").as_bytes())?;
        let tokens = Tokens { pass: self.line()?, fail: self.line()? };
        let reply = Reply { token: tokens.of(&outcome).to_owned(), outcome, programs };
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Explored, Extent, Finding, Kind};

    fn tokens() -> Tokens {
        Tokens { pass: "rose".into(), fail: "bud".into() }
    }

    fn sent(token: &str, outcome: Outcome) -> String {
        let reply = Reply { token: token.into(), outcome, programs: Vec::new() };
        serde_json::to_string(&reply).unwrap() + "\n"
    }

    fn passed() -> Outcome {
        Outcome::Passed(Explored { executions: 1, extent: Extent::Once, threads: 0 })
    }

    #[test]
    fn an_outcome_needs_the_token_that_belongs_to_it() {
        let failed = || Outcome::Failed(Box::new(Finding::new(Kind::Panic, "x")));
        assert!(reply(&sent("rose", passed()), &tokens()).is_ok());
        assert!(reply(&sent("bud", failed()), &tokens()).is_ok());
        for other in [sent("bud", passed()), sent("rose", failed()), sent("", passed())] {
            assert_eq!(reply(&other, &tokens()), Err(NoReply::Nothing), "{other}");
        }
    }

    #[test]
    fn one_outcome_comes_and_nothing_else() {
        let whole = sent("rose", passed());
        for surplus in [format!("{whole}x"), format!("{whole}{whole}"), whole.trim_end().to_owned()] {
            assert_eq!(reply(&surplus, &tokens()), Err(NoReply::Nothing), "{surplus}");
        }
        assert_eq!(reply("", &tokens()), Err(NoReply::Nothing));
    }
}
