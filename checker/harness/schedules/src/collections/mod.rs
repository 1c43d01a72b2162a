//! [`std::collections`](real_std::collections). Hash maps and sets hash the same way in each execution: std's are
//! seeded by chance, and a schedule that depends on chance cannot be repeated.

pub mod hash_map;
pub mod hash_set;

use real_std::hash::{BuildHasherDefault, DefaultHasher};

pub use hash_map::HashMap;
pub use hash_set::HashSet;
pub use real_std::collections::*;

/// Hashes without any seed.
pub type FixedState = BuildHasherDefault<DefaultHasher>;
