//! One child process: a process group of its own, output read with a cap, ended with the check it belongs to.

use std::io::{self, Read};
use std::iter;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, setpriority_process, waitid};

use super::{Cancel, JudgeError};

/// A process that writes more than this many bytes is ended.
pub(super) const MOST_OUTPUT: usize = 8 * 1024 * 1024;

/// The priority of a process that gives way: a third of the usual share.
const LOWER: i32 = 5;

/// A running child process. Dropping it kills its whole group.
#[derive(Debug)]
pub(super) struct Process {
    child: Child,
    group: Pid,
    cancel: Cancel,
    output: Option<thread::JoinHandle<Output>>,
    timer: Option<Timer>,
}

/// Ends a process when its time is over.
#[derive(Debug)]
struct Timer {
    /// Says that the time begins anew; dropped when the process has ended.
    anew: mpsc::Sender<()>,
    /// Whether the time was over first.
    over: thread::JoinHandle<bool>,
}

/// What a process wrote to standard output and standard error, in the order in which it wrote.
#[derive(Debug, Default)]
pub(super) struct Output {
    /// The first part of it, as much as its reader asked for.
    pub(super) text: String,
    /// Whether it wrote more than [`MOST_OUTPUT`] and was ended for that.
    pub(super) too_much: bool,
}

/// A process that has ended.
#[derive(Debug)]
pub(super) struct Ended {
    /// How it ended.
    pub(super) status: ExitStatus,
    /// What it wrote.
    pub(super) output: Output,
    /// Whether it was ended because its time was over.
    pub(super) too_long: bool,
}

impl Process {
    /// Starts the command. Its standard input is left as the caller has set it; the first `keep` bytes of its output
    /// are captured.
    pub(super) fn start(command: &mut Command, keep: usize, cancel: &Cancel) -> Result<Self, JudgeError> {
        Self::start_watched(command, keep, cancel, |_| ())
    }

    /// Has the process and its group ended when it runs for longer than this from now on.
    pub(super) fn for_no_longer_than(mut self, time: Option<Duration>) -> Self {
        self.timer = time.map(|time| {
            let (anew, begins) = mpsc::channel::<()>();
            let group = self.group;
            let over = thread::spawn(move || {
                let end = iter::repeat_with(|| begins.recv_timeout(time)).find_map(Result::err);
                let over = end == Some(RecvTimeoutError::Timeout);
                if over {
                    let _ = kill_process_group(group, Signal::KILL);
                }
                over
            });
            Timer { anew, over }
        });
        self
    }

    /// Gives the process all its time once more.
    pub(super) fn give_time_anew(&self) {
        if let Some(timer) = &self.timer {
            // It may be over already.
            let _ = timer.anew.send(());
        }
    }

    /// Starts the command; `watch` sees what has been captured so far, each time there is more of it.
    pub(super) fn start_watched(
        command: &mut Command,
        keep: usize,
        cancel: &Cancel,
        watch: impl FnMut(&[u8]) + Send + 'static,
    ) -> Result<Self, JudgeError> {
        if cancel.is_cancelled() {
            return Err(JudgeError::Cancelled);
        }
        let (reader, writer) = io::pipe().map_err(anyhow::Error::from)?;
        let error_writer = writer.try_clone().map_err(anyhow::Error::from)?;
        command.process_group(0).stdout(writer).stderr(error_writer);
        let started = command.spawn();
        // The command still holds the pipe's writing ends, and the reader waits until all of them are closed.
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let child = started.map_err(|error| {
            let program = command.get_program().display();
            anyhow::Error::from(error).context(format!("{program} cannot be started"))
        })?;
        let group = Pid::from_child(&child);
        cancel.add(group);
        let output = thread::spawn(move || capture(reader, keep, group, watch));
        Ok(Process { child, group, cancel: cancel.clone(), output: Some(output), timer: None })
    }

    /// Lets other processes go first where there are not enough cores for all.
    pub(super) fn give_way(&self) {
        // It may have ended already.
        let _ = setpriority_process(Some(self.group), LOWER);
    }

    /// Its number.
    pub(super) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Ends the process and everything it has started.
    pub(super) fn kill(&self) {
        let _ = kill_process_group(self.group, Signal::KILL);
    }

    /// Waits until the process has ended; what it started and left behind is ended then.
    pub(super) fn wait(mut self) -> Result<Ended, JudgeError> {
        // Looked at without being reaped: while it is a zombie, its group's number belongs to nobody else.
        let ended = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
        rustix::io::retry_on_intr(|| waitid(WaitId::Pid(self.group), ended))
            .map_err(io::Error::from)
            .map_err(anyhow::Error::from)?;
        // Whatever it has left behind holds the pipe open.
        self.kill();
        self.cancel.remove(self.group);
        let too_long = self.stop_timer();
        let status = self.child.wait().map_err(anyhow::Error::from)?;
        let output = self.output.take().and_then(|reader| reader.join().ok()).unwrap_or_default();
        if self.cancel.is_cancelled() {
            return Err(JudgeError::Cancelled);
        }
        Ok(Ended { status, output, too_long })
    }

    /// From then on the number of the group can belong to somebody else.
    fn stop_timer(&mut self) -> bool {
        self.timer.take().is_some_and(|Timer { anew, over }| {
            drop(anew);
            over.join().unwrap_or_default()
        })
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if self.output.is_some() {
            self.kill();
            self.cancel.remove(self.group);
            self.stop_timer();
            let _ = self.child.wait();
        }
    }
}

fn capture(mut reader: io::PipeReader, keep: usize, group: Pid, mut watch: impl FnMut(&[u8])) -> Output {
    let mut kept = Vec::new();
    let mut total = 0;
    let mut buffer = [0; 16 * 1024];
    let mut too_much = false;
    while let Ok(count @ 1..) = reader.read(&mut buffer) {
        total += count;
        kept.extend_from_slice(&buffer[..count.min(keep - kept.len())]);
        watch(&kept);
        if total > MOST_OUTPUT && !too_much {
            too_much = true;
            let _ = kill_process_group(group, Signal::KILL);
        }
    }
    Output { text: String::from_utf8_lossy(&kept).into_owned(), too_much }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(script: &str) -> Ended {
        let mut command = Command::new("sh");
        command.args(["-c", script]).stdin(Stdio::null());
        Process::start(&mut command, 100, &Cancel::new()).unwrap().wait().unwrap()
    }

    /// What is left of a process of that number: none, or one that has ended and that nobody has asked about yet.
    #[cfg(target_os = "linux")]
    fn is_alive(process: &str) -> bool {
        let status = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
        status.rsplit(") ").next().is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['Z', 'X']))
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_a_process_leaves_behind_ends_with_it() {
        let ended = run("sleep 1000 & echo $!");
        assert!(ended.status.success());
        let left = ended.output.text.trim();
        assert!(left.parse::<u32>().is_ok(), "the number of the other process: {left}");
        // The signal was sent before the process was waited for; it takes a moment to arrive.
        while is_alive(left) {
            thread::yield_now();
        }
    }

    #[test]
    fn a_process_whose_time_is_over_is_ended() {
        let mut command = Command::new("sh");
        command.args(["-c", "read line < /dev/zero; sleep 1000"]).stdin(Stdio::null());
        let process = Process::start(&mut command, 100, &Cancel::new()).unwrap();
        let ended = process.for_no_longer_than(Some(Duration::from_millis(10))).wait().unwrap();
        assert!(ended.too_long && !ended.status.success());
        assert!(!run("true").too_long);
    }

    #[test]
    fn the_start_of_the_output_is_kept_and_too_much_of_it_ends_the_process() {
        let ended = run("echo first; echo second >&2; while true; do echo and so on and so on and so on; done");
        assert!(ended.output.too_much);
        assert!(ended.output.text.starts_with("first\nsecond\nand so on"), "{}", ended.output.text);
        assert_eq!(ended.output.text.len(), 100);
    }
}
