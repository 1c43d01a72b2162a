//! What an `Arc` can be made of.

use real_std::any::Any;
use real_std::sync as real;

use super::Arc;

impl<T: Default> Default for Arc<T> {
    #[track_caller]
    fn default() -> Self {
        Arc::new(T::default())
    }
}

impl<T> From<T> for Arc<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Arc::new(value)
    }
}

impl<T> FromIterator<T> for Arc<[T]> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Arc::from_real(items.into_iter().collect())
    }
}

/// Whatever std's can be made of.
macro_rules! from {
    ($(($($generics:tt)*) $from:ty => $to:ty;)*) => {$(
        impl<$($generics)*> From<$from> for Arc<$to> {
            fn from(value: $from) -> Self {
                Arc::from_real(real::Arc::from(value))
            }
        }
    )*};
}

from! {
    () &str => str;
    () String => str;
    (T: ?Sized) Box<T> => T;
    (T) Vec<T> => [T];
    (T: Clone) &[T] => [T];
    (T, const N: usize) [T; N] => [T];
}

impl Arc<dyn Any + Send + Sync> {
    /// The value as what it is.
    ///
    /// # Errors
    /// The handle, if it is something else.
    pub fn downcast<T: Any + Send + Sync>(self) -> Result<Arc<T>, Self> {
        self.into_real().downcast().map(Arc::from_real).map_err(Arc::from_real)
    }
}
