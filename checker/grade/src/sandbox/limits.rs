//! What a process may use.

use rustix::process::{Resource, Rlimit, setrlimit};
use threadlings::judge::Permit;

/// No compiler and no test has so many files open.
const FILES: u64 = 512;

/// Limits this process, and sees to it that it ends with the grader.
pub(super) fn set(permit: &Permit) -> std::io::Result<()> {
    at_most(Resource::Core, 0)?;
    at_most(Resource::Nofile, FILES)?;
    at_most(Resource::Fsize, permit.file)?;
    // Not the address space, of which threads take much and use little.
    if permit.memory > 0 {
        at_most(Resource::Data, permit.memory)?;
    }
    if permit.cpu_seconds > 0 {
        // The signal that says so comes first, and then the one that cannot be ignored.
        let (current, maximum) = (Some(permit.cpu_seconds), Some(permit.cpu_seconds + 1));
        setrlimit(Resource::Cpu, Rlimit { current, maximum })?;
    }
    #[cfg(target_os = "linux")]
    rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL))?;
    Ok(())
}

fn at_most(resource: Resource, most: u64) -> std::io::Result<()> {
    // Where less is allowed already, it stays so.
    let most = rustix::process::getrlimit(resource).maximum.map_or(most, |allowed| allowed.min(most));
    Ok(setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?)
}
