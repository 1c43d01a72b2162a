//! Stacks that are large enough for the hidden test and its threads.
//!
//! Loom gives the first thread of an execution 32 KiB, and offers no way to ask for more; the others could have more, but
//! get new ones in each execution. So each runs in a coroutine within the thread that loom knows. To switch threads loom
//! suspends whatever coroutine is running, so this one passes each suspension on.

use real_std::cell::RefCell;

use generator::{Generator, Gn};

/// Bytes of stack of each modelled thread.
pub(crate) const SIZE: usize = 2 * 1024 * 1024;

real_std::thread_local! {
    /// Stacks that nobody uses. To make new ones for each execution would take longer than a small execution itself.
    static KEPT: RefCell<Vec<Generator<'static, (), ()>>> = const { RefCell::new(Vec::new()) };
}

/// Runs `f` on a stack of [`SIZE`] bytes.
pub(crate) fn run(f: impl FnOnce()) {
    let f = OneRealThread(f);
    resume_to_the_end(&mut Gn::<()>::new_opt(in_words(SIZE), move || f.call()));
}

/// The same, on a stack that another thread of the model has left, if there is one.
pub(crate) fn run_again(f: impl FnOnce() + 'static) {
    let f = OneRealThread(f);
    let mut coroutine = match KEPT.with_borrow_mut(Vec::pop) {
        Some(mut kept) => {
            kept.init_code(move || f.call());
            kept
        }
        None => Gn::<()>::new_opt(in_words(SIZE), move || f.call()),
    };
    resume_to_the_end(&mut coroutine);
    KEPT.with_borrow_mut(|kept| kept.push(coroutine));
}

fn resume_to_the_end(coroutine: &mut Generator<'_, (), ()>) {
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
