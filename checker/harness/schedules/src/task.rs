//! [`std::task`](real_std::task), whose `Wake` is about the modelled `Arc`.

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

/// Makes std's wakers of ours.
struct Adapter<W>(Arc<W>);

impl<W: Wake + Send + Sync + 'static> real_std::task::Wake for Adapter<W> {
    fn wake(self: real_std::sync::Arc<Self>) {
        self.0.wake_by_ref();
    }

    fn wake_by_ref(self: &real_std::sync::Arc<Self>) {
        self.0.wake_by_ref();
    }
}

impl<W: Wake + Send + Sync + 'static> From<Arc<W>> for Waker {
    fn from(wake: Arc<W>) -> Self {
        Waker::from(real_std::sync::Arc::new(Adapter(wake)))
    }
}

impl<W: Wake + Send + Sync + 'static> From<Arc<W>> for RawWaker {
    fn from(wake: Arc<W>) -> Self {
        RawWaker::from(real_std::sync::Arc::new(Adapter(wake)))
    }
}
