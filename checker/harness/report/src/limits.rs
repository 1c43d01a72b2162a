//! What the process may use, as far as the process itself can say.

use std::io;

use crate::channel::Job;
use rustix::process::{Resource, Rlimit, setrlimit};

/// Bounds the memory, and sees to it that the process leaves no core file and does not outlive the checker.
pub(crate) fn set(job: &Job) -> io::Result<()> {
    at_most(Resource::Data, job.memory)?;
    at_most(Resource::Core, 0)?;
    #[cfg(target_os = "linux")]
    rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL))?;
    Ok(())
}

/// What a judge may use of processor time beyond the job's, in seconds, until it has said so by itself.
const GRACE: u64 = 2;

/// Bounds the processor time: the process gets the signal that says so, and is ended if it goes on.
pub(crate) fn set_cpu(job: &Job) -> io::Result<()> {
    let most = job.cpu_seconds + GRACE;
    Ok(setrlimit(Resource::Cpu, Rlimit { current: Some(most), maximum: Some(most + 1) })?)
}

fn at_most(resource: Resource, most: u64) -> io::Result<()> {
    Ok(setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?)
}
