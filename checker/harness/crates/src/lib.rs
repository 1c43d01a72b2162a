//! Nothing of its own: this package lets cargo build the crates that exercises may use besides std.
#![forbid(unsafe_code)]
