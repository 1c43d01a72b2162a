//! What the kernel tells about each thread, under `/proc/self/task`.

use std::fs;
use std::io;

use threadlings_report::keeper;

use super::Id;

/// A thread, at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Task {
    pub(super) id: Id,
    /// The name, cut to 15 bytes; a thread without one has its creator's.
    pub(super) name: String,
    /// What it is doing in the kernel.
    pub(super) call: Call,
    /// How often it has gone to sleep so far.
    sleeps: u64,
}

/// What a thread is doing in the kernel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Call {
    /// Nothing: it runs, or could.
    None,
    /// It sleeps until another thread wakes it up, however long that takes. With the value it expected in memory.
    WaitForEver(u32),
    /// It gives memory back or ends, as a thread does at its end.
    Leaving,
    /// It sleeps in another system call.
    Other,
}

/// All threads of the process, in the order in which they were started.
pub(super) fn all() -> io::Result<Vec<Task>> {
    // The threads of the test are sealed in and cannot look themselves.
    keeper::ask(look)
}

fn look() -> io::Result<Vec<Task>> {
    let mut ids = Vec::new();
    for entry in fs::read_dir("/proc/self/task")? {
        ids.extend(entry?.file_name().to_str().and_then(|name| name.parse::<Id>().ok()));
    }
    // Numbers are given out in rising order, but for the rare moment when they begin anew.
    ids.sort_unstable();
    // A thread that cannot be read any more has ended.
    Ok(ids.into_iter().filter_map(|id| Task::read(id).ok()).collect())
}

impl Task {
    /// The call is read before the count of sleeps: [`all_asleep_at_once`] relies on it.
    fn read(id: Id) -> io::Result<Task> {
        let call = Call::parse(&fs::read_to_string(format!("/proc/self/task/{id}/syscall"))?);
        let status = fs::read_to_string(format!("/proc/self/task/{id}/status"))?;
        let field = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        let sleeps = field("voluntary_ctxt_switches:").and_then(|count| count.parse().ok());
        let name = field("Name:").unwrap_or_default().to_owned();
        Ok(Task { id, name, call, sleeps: sleeps.ok_or(io::ErrorKind::InvalidData)? })
    }
}

/// Whether all these threads were waiting for ever at one and the same moment, so that none can ever wake another.
///
/// `before` and `after` are two looks at them, the second begun when the first had ended. A thread that waits in both
/// and has not gone to sleep anew in between has slept from its first look to its second. So all of them slept at the
/// moment between the two looks. Without the count, threads that take turns could look as if they all slept.
pub(super) fn all_asleep_at_once(before: &[Task], after: &[Task]) -> bool {
    before == after && before.iter().all(|task| matches!(task.call, Call::WaitForEver(_)))
}

impl Task {
    /// Whether this thread runs, or has run since the earlier of two looks at it.
    pub(super) fn moves(&self, earlier: &Task) -> bool {
        let runs = |task: &Task| matches!(task.call, Call::None);
        runs(self) || runs(earlier) || self.sleeps != earlier.sleeps
    }
}

impl Call {
    /// Reads `number argument argument ..`, all arguments in hexadecimal, or `running`.
    fn parse(line: &str) -> Call {
        let mut words = line.split_whitespace();
        let Some(number) = words.next().and_then(|number| number.parse::<libc::c_long>().ok()) else {
            return Call::None;
        };
        let mut argument = || {
            let word = words.next()?.strip_prefix("0x")?;
            u64::from_str_radix(word, 16).ok()
        };
        match number {
            libc::SYS_futex => {
                let (_address, operation, value, timeout) = (argument(), argument(), argument(), argument());
                match (operation, value, timeout) {
                    (Some(operation), Some(value), Some(0)) if waits(operation) => {
                        // The kernel looks at 32 bits.
                        Call::WaitForEver(value as u32)
                    }
                    _ => Call::Other,
                }
            }
            libc::SYS_exit | libc::SYS_munmap | libc::SYS_madvise => Call::Leaving,
            _ => Call::Other,
        }
    }
}

/// Whether this operation on a futex sleeps.
fn waits(operation: u64) -> bool {
    let flags = libc::FUTEX_PRIVATE_FLAG | libc::FUTEX_CLOCK_REALTIME;
    let sleeping = [libc::FUTEX_WAIT, libc::FUTEX_WAIT_BITSET, libc::FUTEX_LOCK_PI];
    i32::try_from(operation).is_ok_and(|operation| sleeping.contains(&(operation & !flags)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_arch = "x86_64")]
    #[test]
    fn only_a_wait_without_a_timeout_is_for_ever() {
        for (line, call) in [
            ("running\n", Call::None),
            ("-1 0x7ffe 0x7f\n", Call::Other),
            ("202 0x7f01 0x89 0x2 0x0 0x0 0xffffffff 0x7f 0x7f\n", Call::WaitForEver(2)),
            ("202 0x7f01 0x109 0x51 0x0 0x0 0xffffffff 0x7f 0x7f\n", Call::WaitForEver(0x51)),
            ("202 0x7f01 0x89 0x2 0x7f02 0x0 0xffffffff 0x7f 0x7f\n", Call::Other),
            ("202 0x7f01 0x81 0x2 0x0 0x0 0x0 0x7f 0x7f\n", Call::Other),
            ("60 0x0 0x0 0x0 0x0 0x0 0x0 0x7f 0x7f\n", Call::Leaving),
            ("230 0x0 0x0 0x7f 0x7f 0x0 0x0 0x7f 0x7f\n", Call::Other),
        ] {
            assert_eq!(Call::parse(line), call, "{line}");
        }
    }

    #[test]
    fn a_thread_that_slept_anew_between_two_looks_may_have_woken_another() {
        let task = |sleeps| Task { id: 7, name: String::new(), call: Call::WaitForEver(0), sleeps };
        assert!(all_asleep_at_once(&[task(3)], &[task(3)]));
        assert!(!all_asleep_at_once(&[task(3)], &[task(4)]));
        assert!(!all_asleep_at_once(&[task(3)], &[task(3), task(3)]));
    }
}
