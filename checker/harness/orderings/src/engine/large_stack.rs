//! A stack that is large enough for the hidden test.
//!
//! Loom gives the first thread of an execution 32 KiB, and offers no way to ask for more. So the test runs in a
//! coroutine within that thread. To switch threads loom suspends whatever coroutine is running, so this one passes
//! each suspension on.

use generator::Gn;

/// Bytes of stack of each modelled thread.
pub(crate) const SIZE: usize = 2 * 1024 * 1024;

/// Runs `f` on a stack of [`SIZE`] bytes.
pub(crate) fn run(f: impl FnOnce()) {
    let f = OneRealThread(f);
    let mut coroutine = Gn::<()>::new_opt(in_words(SIZE), move || f.call());
    loop {
        let _: Option<()> = coroutine.resume();
        if coroutine.is_done() {
            return;
        }
        #[expect(deprecated, reason = "it is what loom itself suspends with: the newer way needs loom's own handle")]
        generator::yield_with(());
    }
}

/// The unit in which stacks are asked for.
pub(crate) const fn in_words(bytes: usize) -> usize {
    bytes / size_of::<usize>()
}

/// The coroutine is resumed only here, on the real thread that made it.
struct OneRealThread<F>(F);

// SAFETY: see above.
unsafe impl<F> Send for OneRealThread<F> {}

impl<F: FnOnce()> OneRealThread<F> {
    fn call(self) {
        (self.0)();
    }
}
