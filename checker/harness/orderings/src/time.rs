//! `std::time` in a world where time stands still: no execution depends on how fast the machine is.
#![allow(missing_docs, reason = "std documents what is mirrored here")]

pub use real_std::time::*;
