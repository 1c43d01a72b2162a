//! [`std::collections::HashSet`](real_std::collections::HashSet) without a seed.

use real_std::collections::hash_set as real;
use real_std::fmt;
use real_std::hash::{BuildHasher, Hash};
use real_std::ops::{BitAnd, BitOr, BitXor, Deref, DerefMut, Sub};
use real_std::panic::UnwindSafe;

use super::FixedState;

pub use real_std::collections::hash_set::*;

/// A set of std with another hasher; it has all of its methods.
pub struct HashSet<T, S = FixedState> {
    set: real::HashSet<T, S>,
}

impl<T> HashSet<T> {
    /// An empty set.
    #[must_use]
    pub fn new() -> Self {
        HashSet::default()
    }

    /// An empty set with room.
    #[must_use]
    pub fn with_capacity(capacity: usize) -> Self {
        HashSet { set: real::HashSet::with_capacity_and_hasher(capacity, FixedState::default()) }
    }
}

impl<T, S> HashSet<T, S> {
    /// An empty set with a hasher.
    pub const fn with_hasher(hasher: S) -> Self {
        HashSet { set: real::HashSet::with_hasher(hasher) }
    }

    /// An empty set with room and a hasher.
    pub fn with_capacity_and_hasher(capacity: usize, hasher: S) -> Self {
        HashSet { set: real::HashSet::with_capacity_and_hasher(capacity, hasher) }
    }
}

impl<T, S> Deref for HashSet<T, S> {
    type Target = real::HashSet<T, S>;

    fn deref(&self) -> &Self::Target {
        &self.set
    }
}

impl<T, S> DerefMut for HashSet<T, S> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.set
    }
}

impl<T, S: Default> Default for HashSet<T, S> {
    fn default() -> Self {
        HashSet { set: real::HashSet::default() }
    }
}

impl<T: Clone, S: Clone> Clone for HashSet<T, S> {
    fn clone(&self) -> Self {
        HashSet { set: self.set.clone() }
    }
}

impl<T: fmt::Debug, S> fmt::Debug for HashSet<T, S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.set.fmt(formatter)
    }
}

impl<T: Eq + Hash, S: BuildHasher> PartialEq for HashSet<T, S> {
    fn eq(&self, other: &Self) -> bool {
        self.set == other.set
    }
}

impl<T: Eq + Hash, S: BuildHasher> Eq for HashSet<T, S> {}

impl<T: UnwindSafe, S: UnwindSafe> UnwindSafe for HashSet<T, S> {}

impl<T: Eq + Hash, const N: usize> From<[T; N]> for HashSet<T> {
    fn from(items: [T; N]) -> Self {
        items.into_iter().collect()
    }
}

impl<T: Eq + Hash, S: BuildHasher + Default> FromIterator<T> for HashSet<T, S> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        HashSet { set: items.into_iter().collect() }
    }
}

impl<T: Eq + Hash, S: BuildHasher> Extend<T> for HashSet<T, S> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        self.set.extend(items);
    }
}

impl<'a, T: Eq + Hash + Copy, S: BuildHasher> Extend<&'a T> for HashSet<T, S> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, items: I) {
        self.set.extend(items);
    }
}

impl<T, S> IntoIterator for HashSet<T, S> {
    type Item = T;
    type IntoIter = real::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.set.into_iter()
    }
}

impl<'a, T, S> IntoIterator for &'a HashSet<T, S> {
    type Item = &'a T;
    type IntoIter = real::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.set.iter()
    }
}

/// An operator on two sets.
macro_rules! operator {
    ($($trait:ident $method:ident)*) => {$(
        impl<T: Eq + Hash + Clone, S: BuildHasher + Default> $trait<&HashSet<T, S>> for &HashSet<T, S> {
            type Output = HashSet<T, S>;

            fn $method(self, other: &HashSet<T, S>) -> HashSet<T, S> {
                HashSet { set: self.set.$method(&other.set) }
            }
        }
    )*};
}

operator! { BitAnd bitand BitOr bitor BitXor bitxor Sub sub }
