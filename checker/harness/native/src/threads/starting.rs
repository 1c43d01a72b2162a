//! Sees every thread start, at that moment.
//!
//! A loop that starts threads is faster than the watchdog: before that looks again, there is no memory left for stacks,
//! and std ends the process wherever it notices. So a function of the C library's name stands here in front of it.
#![allow(unsafe_code, reason = "a function of the C library is defined and called")]

use std::ffi::{c_int, c_void};
use std::mem;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::{ending, threads, watchdog};

type Main = extern "C" fn(*mut c_void) -> *mut c_void;
type Create = unsafe extern "C" fn(*mut libc::pthread_t, *const libc::pthread_attr_t, Main, *mut c_void) -> c_int;

/// Starts a thread as the C library does, unless there are too many: then the test ends here.
///
/// # Safety
/// As for the C library's function, which it stands for.
#[unsafe(no_mangle)]
unsafe extern "C" fn pthread_create(
    thread: *mut libc::pthread_t,
    attributes: *const libc::pthread_attr_t,
    main: Main,
    argument: *mut c_void,
) -> c_int {
    one_more();
    let Some(create) = c_library() else { return libc::EAGAIN };
    // SAFETY: the arguments are the caller's, who has promised the same for this function.
    unsafe { create(thread, attributes, main, argument) }
}

/// The function that this one stands in front of.
fn c_library() -> Option<Create> {
    static CREATE: OnceLock<Option<Create>> = OnceLock::new();
    *CREATE.get_or_init(|| {
        // SAFETY: the name ends with a zero.
        let address = unsafe { libc::dlsym(libc::RTLD_NEXT, c"pthread_create".as_ptr()) };
        // SAFETY: it is null, which makes `None`, or the function of that name, whose type this is.
        unsafe { mem::transmute::<*mut c_void, Option<Create>>(address) }
    })
}

/// Ends the test if the thread about to start is one too many.
fn one_more() {
    static STARTED: AtomicU64 = AtomicU64::new(0);
    let started = STARTED.fetch_add(1, Ordering::Relaxed);
    let Some(job) = ending::job() else { return };
    // Most tests never start so many, and need not look how many are left. The way out may start one itself.
    if started >= job.max_threads && !ending::has_begun() && threads::more_than(job.max_threads.saturating_sub(1)) {
        ending::fail(watchdog::too_many_threads(job));
    }
}
