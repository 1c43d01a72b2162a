//! The two system calls that no safe wrapper offers.
#![allow(unsafe_code, reason = "system calls")]

use std::io;

/// Installs a filter for the system calls of the calling thread, and of all threads that it starts from now on. It can
/// never be taken back.
///
/// Each number holds one instruction as the kernel reads it from memory: 16 bits of code, two jumps of 8 bits, and 32
/// bits of operand, the code in the lowest bits.
#[cfg(target_os = "linux")]
pub(crate) fn filter_system_calls(program: &[u64]) -> io::Result<()> {
    let instructions: Vec<libc::sock_filter> = program
        .iter()
        .map(|instruction| libc::sock_filter {
            code: *instruction as u16,
            jt: (*instruction >> 16) as u8,
            jf: (*instruction >> 24) as u8,
            k: (*instruction >> 32) as u32,
        })
        .collect();
    let len = u16::try_from(instructions.len()).map_err(io::Error::other)?;
    rustix::thread::set_no_new_privs(true)?;
    let program = libc::sock_fprog { len, filter: instructions.as_ptr().cast_mut() };
    // SAFETY: the kernel reads `len` instructions from `filter`, which points to that many in a vector that lives until
    // the call has returned; it copies them, writes nothing, and refuses a program that is not valid.
    let result = unsafe {
        libc::syscall(libc::SYS_seccomp, libc::SECCOMP_SET_MODE_FILTER, 0 as libc::c_long, &raw const program)
    };
    if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

/// Elsewhere there is nothing of the sort.
#[cfg(not(target_os = "linux"))]
pub(crate) fn filter_system_calls(_program: &[u64]) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Ends the process at once: no `atexit` handler runs, no lock is waited for.
pub fn exit(code: i32) -> ! {
    // SAFETY: `_exit` may be called at any time, from any thread; it takes a number and does not return.
    unsafe { libc::_exit(code) }
}
