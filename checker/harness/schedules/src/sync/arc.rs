//! Handles with a count.

pub use real_std::sync::{Arc, Weak};
