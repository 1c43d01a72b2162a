//! What an `Arc` can be made of.

use real_std::any::Any;
use real_std::borrow::Cow;
use real_std::ffi::{CStr, CString, OsStr, OsString};
use real_std::path::{Path, PathBuf};
use real_std::sync as real;

use super::Arc;

impl<T: Default> Default for Arc<T> {
    #[track_caller]
    fn default() -> Self {
        Arc::new(T::default())
    }
}

impl Default for Arc<str> {
    fn default() -> Self {
        Arc::from("")
    }
}

impl<T> Default for Arc<[T]> {
    fn default() -> Self {
        Arc::from(Vec::new())
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
    () &CStr => CStr;
    () CString => CStr;
    () &OsStr => OsStr;
    () OsString => OsStr;
    () &Path => Path;
    () PathBuf => Path;
}

impl<'a, B: ToOwned + ?Sized> From<Cow<'a, B>> for Arc<B>
where
    Arc<B>: From<&'a B> + From<B::Owned>,
{
    fn from(value: Cow<'a, B>) -> Self {
        match value {
            Cow::Borrowed(value) => Arc::from(value),
            Cow::Owned(value) => Arc::from(value),
        }
    }
}

impl From<Arc<str>> for Arc<[u8]> {
    fn from(text: Arc<str>) -> Self {
        Arc::from_real(text.into_real().into())
    }
}

impl<T, const N: usize> TryFrom<Arc<[T]>> for Arc<[T; N]> {
    type Error = Arc<[T]>;

    fn try_from(slice: Arc<[T]>) -> Result<Self, Arc<[T]>> {
        slice.into_real().try_into().map(Arc::from_real).map_err(Arc::from_real)
    }
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
