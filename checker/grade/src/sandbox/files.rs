//! Landlock: which files a process may touch; no ports, no signals to others.

use landlock::{
    ABI, Access, AccessFs, AccessNet, BitFlags, CompatLevel, Compatible, Ruleset, RulesetAttr, RulesetCreatedAttr,
    RulesetStatus, Scope, make_bitflags, path_beneath_rules,
};
use threadlings::judge::Permit;

/// What dynamically linked programs read to start, and what tells a process about itself.
const SYSTEM: [&str; 12] = [
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/usr/local/lib",
    "/nix/store",
    "/etc/ld.so.cache",
    "/dev/zero",
    "/dev/urandom",
    "/proc/self",
    "/proc/sys/vm/overcommit_memory",
    "/sys/kernel/mm/transparent_hugepage",
];

/// The kernel starts these in front of every dynamically linked program.
const LOADERS: [&str; 6] = [
    "/lib64/ld-linux-x86-64.so.2",
    "/lib/ld-linux-x86-64.so.2",
    "/lib/ld-linux-aarch64.so.1",
    "/lib/ld-musl-x86_64.so.1",
    "/lib/ld-musl-aarch64.so.1",
    "/nix/store",
];

/// Without these rights a ruleset would be worth nothing: files that are cut, and files that are moved elsewhere.
const NEEDED: ABI = ABI::V2;

/// The newest that is known to do what is expected here.
const BEST: ABI = ABI::V6;

/// Restricts this process; false if the kernel cannot.
pub(super) fn restrict(permit: &Permit) -> anyhow::Result<bool> {
    let read = AccessFs::from_read(BEST) & !BitFlags::from(AccessFs::Execute);
    let execute = make_bitflags!(AccessFs::{ Execute | ReadFile });
    let device = make_bitflags!(AccessFs::{ ReadFile | WriteFile });
    // No links, pipes, sockets and devices are made.
    let write =
        read | make_bitflags!(AccessFs::{ WriteFile | Truncate | RemoveFile | RemoveDir | MakeReg | MakeDir | Refer });
    let needed = Ruleset::default().set_compatibility(CompatLevel::HardRequirement);
    let Ok(ruleset) = needed.handle_access(AccessFs::from_all(NEEDED)) else { return Ok(false) };
    let status = ruleset
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(BEST))?
        .handle_access(AccessNet::from_all(BEST))?
        .scope(Scope::from_all(BEST))?
        .create()?
        .add_rules(path_beneath_rules(SYSTEM, read))?
        .add_rules(path_beneath_rules(LOADERS, execute))?
        .add_rules(path_beneath_rules(["/dev/null"], device))?
        .add_rules(path_beneath_rules(&permit.read, read))?
        .add_rules(path_beneath_rules(&permit.execute, execute))?
        .add_rules(path_beneath_rules(&permit.write, write))?
        .restrict_self()?;
    Ok(status.ruleset != RulesetStatus::NotEnforced)
}
