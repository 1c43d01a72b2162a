//! [`std::task`](real_std::task), whose `Wake` is about the modelled `Arc`.

use real_std::marker::PhantomData;
use real_std::mem::ManuallyDrop;

use crate::sync::Arc;

pub use real_std::task::*;

/// [`std::task::Wake`](real_std::task::Wake).
pub trait Wake {
    /// Wakes the task.
    fn wake(self: Arc<Self>);

    /// Wakes the task without using up the handle.
    fn wake_by_ref(self: &Arc<Self>) {
        self.clone().wake();
    }
}

impl<W: Wake + Send + Sync + 'static> From<Arc<W>> for Waker {
    fn from(wake: Arc<W>) -> Self {
        // SAFETY: the functions of the table do what is asked of them, for the handle that the data is, and that
        // handle may go to any thread.
        unsafe { Waker::from_raw(RawWaker::from(wake)) }
    }
}

impl<W: Wake + Send + Sync + 'static> From<Arc<W>> for RawWaker {
    fn from(wake: Arc<W>) -> Self {
        RawWaker::new(Arc::into_raw(wake).cast(), Table::<W>::table())
    }
}

/// What a waker does that is a handle to `W`: its data is what `Arc::into_raw` made of the handle.
struct Table<W>(PhantomData<W>);

impl<W: Wake + Send + Sync + 'static> Table<W> {
    /// Not inlined: two wakers are told to wake the same task by the addresses of their data and of this table.
    #[inline(never)]
    fn table() -> &'static RawWakerVTable {
        const { &RawWakerVTable::new(Self::clone, Self::wake, Self::wake_by_ref, Self::drop) }
    }

    /// # Safety
    /// `data` was made by `Arc::into_raw`, and its handle is still there.
    unsafe fn clone(data: *const ()) -> RawWaker {
        // SAFETY: promised by the caller.
        unsafe { Arc::increment_strong_count(data.cast::<W>()) };
        RawWaker::new(data, Self::table())
    }

    /// # Safety
    /// See [`clone`](Self::clone); the handle is used up.
    unsafe fn wake(data: *const ()) {
        // SAFETY: promised by the caller.
        W::wake(unsafe { Arc::from_raw(data.cast()) });
    }

    /// # Safety
    /// See [`clone`](Self::clone).
    unsafe fn wake_by_ref(data: *const ()) {
        // SAFETY: promised by the caller; the handle is not dropped.
        W::wake_by_ref(&ManuallyDrop::new(unsafe { Arc::from_raw(data.cast()) }));
    }

    /// # Safety
    /// See [`clone`](Self::clone); the handle is used up.
    unsafe fn drop(data: *const ()) {
        // SAFETY: promised by the caller.
        drop(unsafe { Arc::<W>::from_raw(data.cast()) });
    }
}
