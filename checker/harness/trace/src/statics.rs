//! Statics start afresh in each execution.
//!
//! A model runs a test many times in one process, and what one execution left in a `static` must not be seen by the
//! next. So each modelled lock, atomic and cell carries a [`Reset`]: the first use of a static keeps a copy of its
//! initial bytes, the first use in any later execution puts them back. Objects on the heap or on a stack are made
//! anew in each execution and left alone: they are told from statics by their address.
//!
//! Where all writable data of the program is kept and put back ([`keep_program_data`]), that is not needed. This also
//! takes care of a `static mut`, and of statics of other crates.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicPtr, AtomicU32, Ordering::Relaxed};

use crate::execution::execution;

/// Remembers in which execution an object was last used, and a static's initial bytes.
#[derive(Debug)]
pub struct Reset {
    used: AtomicU32,
    initial: AtomicPtr<u8>,
}

impl Default for Reset {
    fn default() -> Self {
        Reset::new()
    }
}

impl Reset {
    /// Of an object that has not been used.
    pub const fn new() -> Self {
        Reset { used: AtomicU32::new(0), initial: AtomicPtr::new(std::ptr::null_mut()) }
    }

    /// To be called before each use: if `part`, which this belongs to, is in a static that an earlier execution has
    /// used, it gets its initial bytes back. True if this is the first use in this execution.
    ///
    /// `part` must not hold this `Reset` itself, and nothing may borrow from it yet in this execution.
    #[inline]
    #[expect(clippy::not_unsafe_ptr_arg_deref, reason = "only the models call this, on fields of their own")]
    pub fn before_use<T: ?Sized>(&self, part: *const T) -> bool {
        let first = self.used.load(Relaxed) != execution();
        if first {
            // SAFETY: the caller is a modelled object that `part` is a field of, behind an `UnsafeCell`.
            let size = size_of_val(unsafe { &*part });
            self.first_use(part.cast_mut().cast(), size);
        }
        first
    }

    #[cold]
    fn first_use(&self, part: *mut u8, size: usize) {
        let used_before = self.used.swap(execution(), Relaxed) != 0;
        if is_program_data_kept() || !is_static(part.addr()) {
            return;
        }
        let initial = self.initial.load(Relaxed);
        if used_before {
            // SAFETY: both hold `size` bytes. What a constant can hold owns no heap memory, so the copied bytes are
            // a whole value; the value that they overwrite is leaked, as the values of statics are.
            unsafe { std::ptr::copy_nonoverlapping(initial, part, size) };
        } else {
            let copy = Box::leak(vec![0_u8; size].into_boxed_slice()).as_mut_ptr();
            // SAFETY: both hold `size` bytes, and the new memory does not overlap the static.
            unsafe { std::ptr::copy_nonoverlapping(part, copy, size) };
            self.initial.store(copy, Relaxed);
        }
    }
}

static WRITABLE: OnceLock<Vec<Range<usize>>> = OnceLock::new();

/// Finds out where statics lie. To be called where files can still be opened.
pub fn look_at_statics() {
    is_static(0);
}

/// Whether an address lies in the data of the program or of a library, which is where statics are.
fn is_static(address: usize) -> bool {
    WRITABLE.get_or_init(writable_data).iter().any(|range| range.contains(&address))
}

/// The memory that the program and its libraries brought along.
fn writable_data() -> Vec<Range<usize>> {
    data_of(|name| name.starts_with('/'))
}

/// The memory of the files whose name `wanted` wants: what `/proc/self/maps` shows with that name as writable, and the
/// zeroed memory that follows it without a name.
fn data_of(wanted: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let maps = std::fs::read_to_string("/proc/self/maps").unwrap_or_default();
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for line in maps.lines() {
        let (numbers, name) = line.split_at(line.find(['/', '[']).unwrap_or(line.len()));
        let mut fields = numbers.split_ascii_whitespace();
        let Some((from, to)) = fields.next().and_then(|range| range.split_once('-')) else { continue };
        let (Ok(from), Ok(to)) = (usize::from_str_radix(from, 16), usize::from_str_radix(to, 16)) else { continue };
        let writable = fields.next().is_some_and(|rights| rights.starts_with("rw"));
        let follows = name.is_empty() && ranges.last().is_some_and(|last| last.end == from);
        if writable && (follows || wanted(name)) {
            ranges.push(from..to);
        }
    }
    ranges
}

/// A stretch of the program's data, and what was in it.
type Kept = (usize, Vec<u8>);

thread_local! {
    static PROGRAM_DATA: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

/// Keeps all writable data of the program itself, which holds the statics of the learner's, but none of a judge's:
/// that is a library. From now on each execution starts with it.
///
/// To be called before the first execution, by the thread that runs them, in a process that does nothing else until
/// they are over and the data is [put back](put_back_program_data).
pub fn keep_program_data() {
    let program = std::fs::read_link("/proc/self/exe").unwrap_or_default();
    let ranges = data_of(|name| program.as_os_str() == name);
    let keep = |range: Range<usize>| {
        // SAFETY: this memory is mapped and readable, and stays so; no other thread writes to it.
        let bytes = unsafe { std::slice::from_raw_parts(range.start as *const u8, range.len()) };
        (range.start, bytes.to_vec())
    };
    PROGRAM_DATA.set(ranges.into_iter().map(keep).collect());
}

/// Puts back the program's data, if this thread has kept it. To be called where no execution runs.
pub fn put_back_program_data() {
    PROGRAM_DATA.with_borrow(|kept| {
        for (start, bytes) in kept {
            // SAFETY: the memory is still mapped and writable. No execution runs, so nobody refers to what a static
            // holds; what it owns on the heap is leaked, as what statics own always is.
            unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), *start as *mut u8, bytes.len()) };
        }
    });
}

fn is_program_data_kept() -> bool {
    PROGRAM_DATA.with_borrow(|kept| !kept.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicUsize;

    static ZEROED: AtomicUsize = AtomicUsize::new(0);
    static FILLED: AtomicUsize = AtomicUsize::new(7);

    #[test]
    fn statics_are_told_from_the_heap_and_the_stack() {
        let on_the_heap = Box::new(1);
        assert!(is_static((&raw const ZEROED).addr()));
        assert!(is_static((&raw const FILLED).addr()));
        assert!(!is_static((&raw const *on_the_heap).addr()));
        assert!(!is_static((&raw const on_the_heap).addr()));
    }
}
