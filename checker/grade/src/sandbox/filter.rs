//! Which system calls a process may make.

use std::collections::BTreeMap;

use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule, TargetArch,
};

/// What neither a compiler nor a linker nor a test needs, and what Landlock does not know: the network, other processes,
/// leaving the process group, and the parts of the kernel that have been broken out of before.
const FORBIDDEN: [i64; 52] = [
    libc::SYS_socket,
    libc::SYS_socketpair,
    libc::SYS_bind,
    libc::SYS_connect,
    libc::SYS_listen,
    libc::SYS_accept,
    libc::SYS_accept4,
    libc::SYS_sendto,
    libc::SYS_sendmsg,
    libc::SYS_sendmmsg,
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_pidfd_getfd,
    libc::SYS_pidfd_send_signal,
    libc::SYS_kcmp,
    libc::SYS_kill,
    libc::SYS_setsid,
    libc::SYS_setpgid,
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_pivot_root,
    libc::SYS_chroot,
    libc::SYS_move_mount,
    libc::SYS_open_tree,
    libc::SYS_fsopen,
    libc::SYS_unshare,
    libc::SYS_setns,
    libc::SYS_mknodat,
    libc::SYS_symlinkat,
    libc::SYS_bpf,
    libc::SYS_perf_event_open,
    libc::SYS_userfaultfd,
    libc::SYS_io_uring_setup,
    libc::SYS_io_uring_enter,
    libc::SYS_io_uring_register,
    libc::SYS_keyctl,
    libc::SYS_add_key,
    libc::SYS_request_key,
    libc::SYS_init_module,
    libc::SYS_finit_module,
    libc::SYS_delete_module,
    libc::SYS_kexec_load,
    libc::SYS_reboot,
    libc::SYS_swapon,
    libc::SYS_swapoff,
    libc::SYS_open_by_handle_at,
    libc::SYS_personality,
    libc::SYS_setuid,
    libc::SYS_setgid,
    libc::SYS_shmget,
    libc::SYS_mq_open,
];

/// What threads compute, wait, start and end with.
const COMPUTING: [i64; 31] = [
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_madvise,
    libc::SYS_brk,
    libc::SYS_futex,
    libc::SYS_set_robust_list,
    libc::SYS_rseq,
    libc::SYS_membarrier,
    libc::SYS_exit,
    libc::SYS_exit_group,
    libc::SYS_sched_yield,
    libc::SYS_sched_getaffinity,
    libc::SYS_getcpu,
    libc::SYS_clock_gettime,
    libc::SYS_clock_getres,
    libc::SYS_clock_nanosleep,
    libc::SYS_nanosleep,
    libc::SYS_gettimeofday,
    libc::SYS_restart_syscall,
    libc::SYS_getpid,
    libc::SYS_gettid,
    libc::SYS_sigaltstack,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_getrandom,
    libc::SYS_getrusage,
    libc::SYS_times,
    libc::SYS_sysinfo,
    libc::SYS_getuid,
    libc::SYS_geteuid,
];

/// Whether the kernel has such filters, and they can be made for this machine.
pub(super) fn is_supported() -> bool {
    arch().is_some() && std::path::Path::new("/proc/sys/kernel/seccomp/actions_avail").exists()
}

/// Restricts this process and all that it becomes or starts; false if the kernel cannot.
pub(super) fn restrict() -> anyhow::Result<bool> {
    if !is_supported() {
        return Ok(false);
    }
    let rules = FORBIDDEN.into_iter().map(|call| (call, Vec::new())).collect();
    let refused = SeccompAction::Errno(libc::EPERM as u32);
    Ok(seccompiler::apply_filter(&program(rules, SeccompAction::Allow, refused)).is_ok())
}

/// The seal for the process of this number. What it does not allow is not implemented, as far as a sealed thread can
/// tell: so the C library starts threads by a call whose flags a filter can see.
pub(super) fn seal(process: u32) -> Vec<u64> {
    const CLONE_THREAD: u64 = libc::CLONE_THREAD as u64;
    const EXECUTABLE: u64 = libc::PROT_EXEC as u64;
    let is = |argument, value: i32| condition(argument, SeccompCmpOp::Eq, value as u64);
    let has = |argument, mask, value| condition(argument, SeccompCmpOp::MaskedEq(mask), value);
    let whole_is = |argument, value| {
        SeccompCondition::new(argument, SeccompCmpArgLen::Qword, SeccompCmpOp::Eq, value)
            .expect("there are six arguments")
    };
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> = COMPUTING.into_iter().map(|call| (call, Vec::new())).collect();
    #[cfg(target_arch = "x86_64")]
    rules.insert(libc::SYS_time, Vec::new());
    for (call, alternatives) in [
        // Standard input is empty, and the outputs are read with a cap. The channel to the grader is neither.
        (libc::SYS_read, vec![vec![is(0, 0)]]),
        (libc::SYS_readv, vec![vec![is(0, 0)]]),
        (libc::SYS_write, vec![vec![is(0, 1)], vec![is(0, 2)]]),
        (libc::SYS_writev, vec![vec![is(0, 1)], vec![is(0, 2)]]),
        // Memory that nobody can run.
        (libc::SYS_mmap, vec![vec![has(2, EXECUTABLE, 0), is(4, -1)]]),
        (libc::SYS_mprotect, vec![vec![has(2, EXECUTABLE, 0)]]),
        // Threads, but no processes.
        (libc::SYS_clone, vec![vec![has(0, CLONE_THREAD, CLONE_THREAD)]]),
        // The end of this process by `abort`.
        (libc::SYS_tgkill, vec![vec![is(0, process as i32), is(2, libc::SIGABRT)]]),
        // The name of a thread.
        (libc::SYS_prctl, vec![vec![is(0, libc::PR_SET_NAME)], vec![is(0, libc::PR_GET_NAME)]]),
        // Its own limits, to read them.
        (libc::SYS_prlimit64, vec![vec![is(0, 0), whole_is(2, 0)]]),
    ] {
        let rule = |conditions| SeccompRule::new(conditions).expect("every rule has conditions");
        rules.insert(call, alternatives.into_iter().map(rule).collect());
    }
    let refused = SeccompAction::Errno(libc::ENOSYS as u32);
    let word = |instruction: &seccompiler::sock_filter| {
        u64::from(instruction.code)
            | u64::from(instruction.jt) << 16
            | u64::from(instruction.jf) << 24
            | u64::from(instruction.k) << 32
    };
    program(rules, refused, SeccompAction::Allow).iter().map(word).collect()
}

fn condition(argument: u8, operator: SeccompCmpOp, value: u64) -> SeccompCondition {
    // The kernel looks at 32 bits of these.
    SeccompCondition::new(argument, SeccompCmpArgLen::Dword, operator, value & u64::from(u32::MAX))
        .expect("there are six arguments")
}

fn program(rules: BTreeMap<i64, Vec<SeccompRule>>, otherwise: SeccompAction, listed: SeccompAction) -> BpfProgram {
    let arch = arch().expect("asked for only where it is supported");
    let filter = SeccompFilter::new(rules, otherwise, listed, arch).expect("the two actions differ");
    filter.try_into().expect("a few dozen rules are not too many")
}

fn arch() -> Option<TargetArch> {
    std::env::consts::ARCH.try_into().ok()
}
