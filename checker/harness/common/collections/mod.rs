//! [`std::collections`](real_std::collections). Hash maps and sets hash the same way in each execution: std's are
//! seeded by chance, and a schedule that depends on chance cannot be repeated.

pub mod hash_map;
pub mod hash_set;

use real_std::hash::{BuildHasherDefault, DefaultHasher};

use threadlings_trace::register_value_type;

pub use hash_map::HashMap;
pub use hash_set::HashSet;
pub use real_std::collections::*;

/// Hashes without any seed.
pub type FixedState = BuildHasherDefault<DefaultHasher>;

/// Lets reports show the common maps and sets, as they show those that are not modelled.
pub(crate) fn register_values() {
    macro_rules! register {
        ($($scalar:ty),*) => {$(
            register_value_type::<HashMap<String, $scalar>>();
            register_value_type::<HashMap<&'static str, $scalar>>();
            register_value_type::<HashMap<$scalar, String>>();
            register_value_type::<HashSet<$scalar>>();
        )*};
    }
    register!(bool, u8, u32, u64, usize, i32, i64, String, &'static str);
}
