//! The stacks of threads that do not come forward by themselves.
//!
//! Each thread gets a signal; its handler walks the thread's own stack and leaves the addresses in memory that was
//! made ready before. What the addresses mean is found out later, on the watchdog's thread.
#![allow(unsafe_code)]

use std::mem;
use std::ptr;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::{Id, linux};

/// A signal that does nothing where nobody asks for it, and that std's and the learner's code leave alone.
const SIGNAL: libc::c_int = libc::SIGURG;
/// The innermost frames; enough to get past std's own.
const DEPTH: usize = 256;
/// How long a thread may take to answer. One that holds a lock that the walk needs never does.
const ANSWER: Duration = Duration::from_millis(500);

/// Where one thread leaves its stack.
struct Slot {
    thread: Id,
    addresses: [AtomicUsize; DEPTH],
    depth: AtomicUsize,
    done: AtomicBool,
}

/// Filled once, since the process ends afterwards; so a late answer does no harm.
static SLOTS: OnceLock<Vec<Slot>> = OnceLock::new();

/// The return addresses on each thread's stack, the innermost first; empty for a thread that does not answer.
pub(super) fn stacks(threads: &[Id]) -> Vec<Vec<usize>> {
    let slots = SLOTS.get_or_init(|| threads.iter().map(|&thread| Slot::new(thread)).collect());
    if prepare().is_err() {
        return vec![Vec::new(); threads.len()];
    }
    for slot in slots {
        send(slot.thread);
    }
    let begin = Instant::now();
    while !slots.iter().all(|slot| slot.done.load(Ordering::Acquire)) && begin.elapsed() < ANSWER {
        thread::sleep(Duration::from_micros(200));
    }
    threads.iter().map(|&thread| taken(slots, thread)).collect()
}

fn taken(slots: &[Slot], thread: Id) -> Vec<usize> {
    match slots.iter().find(|slot| slot.thread == thread && slot.done.load(Ordering::Acquire)) {
        Some(slot) => {
            let depth = slot.depth.load(Ordering::Relaxed);
            slot.addresses[..depth].iter().map(|address| address.load(Ordering::Relaxed)).collect()
        }
        None => Vec::new(),
    }
}

impl Slot {
    fn new(thread: Id) -> Self {
        Slot {
            thread,
            addresses: [const { AtomicUsize::new(0) }; DEPTH],
            depth: AtomicUsize::new(0),
            done: AtomicBool::new(false),
        }
    }

    /// Walks the stack of the calling thread.
    fn fill(&self) {
        let mut depth = 0;
        // SAFETY: what must not run twice at once in `backtrace` is finding the meaning of addresses, and of the walk
        // only on systems other than Linux. The closure neither allocates nor takes a lock.
        unsafe {
            backtrace::trace_unsynchronized(|frame| {
                if let Some(address) = self.addresses.get(depth) {
                    address.store(frame.ip().addr(), Ordering::Relaxed);
                    depth += 1;
                }
                depth < DEPTH
            });
        }
        self.depth.store(depth, Ordering::Relaxed);
        self.done.store(true, Ordering::Release);
    }
}

/// Sets the handler.
fn prepare() -> Result<(), ()> {
    // The first walk of a process may allocate; let it be this one, outside a handler.
    Slot::new(0).fill();
    // SAFETY: all zeros is a valid `sigaction`: no flags, an empty mask, the default handler.
    let mut action: libc::sigaction = unsafe { mem::zeroed() };
    action.sa_sigaction = answer as extern "C" fn(libc::c_int) as usize;
    // System calls go on after the signal, so that the threads stay where they are.
    action.sa_flags = libc::SA_RESTART;
    // SAFETY: `action` is fully set, and its handler does only what a handler may, see there.
    match unsafe { libc::sigaction(SIGNAL, &raw const action, ptr::null_mut()) } {
        0 => Ok(()),
        _ => Err(()),
    }
}

/// Sends the signal to one thread of this process. If it has ended meanwhile, nothing happens.
fn send(thread: Id) {
    // SAFETY: `tgkill` takes three numbers. The process's own number keeps the signal inside the process, also if the
    // thread's number has been given to a thread of another one.
    unsafe {
        libc::syscall(libc::SYS_tgkill, libc::getpid(), thread, SIGNAL);
    }
}

/// The handler. It may interrupt any code, so it takes no lock and allocates nothing: it reads a `OnceLock` that was
/// set before the signal was sent, stores into atomics, and walks the stack with an unwinder that was used before.
extern "C" fn answer(_signal: libc::c_int) {
    // SAFETY: the location of this thread's own `errno` is valid as long as the thread runs.
    let errno = unsafe { libc::__errno_location() };
    // SAFETY: see above.
    let before = unsafe { *errno };
    let this = linux::this();
    if let Some(slot) = SLOTS.get().and_then(|slots| slots.iter().find(|slot| slot.thread == this)) {
        slot.fill();
    }
    // SAFETY: see above. The interrupted code may be about to read it.
    unsafe { *errno = before };
}
