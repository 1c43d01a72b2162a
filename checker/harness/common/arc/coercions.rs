//! What std keeps to itself: an `Arc` becomes one of a trait object, and may be `self`.

use real_std::marker::Unsize;
use real_std::ops::{CoerceUnsized, DispatchFromDyn, LegacyReceiver};

use super::{Arc, Weak};

impl<T: Unsize<U> + ?Sized, U: ?Sized> CoerceUnsized<Arc<U>> for Arc<T> {}
impl<T: Unsize<U> + ?Sized, U: ?Sized> DispatchFromDyn<Arc<U>> for Arc<T> {}
impl<T: Unsize<U> + ?Sized, U: ?Sized> CoerceUnsized<Weak<U>> for Weak<T> {}
impl<T: Unsize<U> + ?Sized, U: ?Sized> DispatchFromDyn<Weak<U>> for Weak<T> {}
impl<T: ?Sized> LegacyReceiver for Arc<T> {}
