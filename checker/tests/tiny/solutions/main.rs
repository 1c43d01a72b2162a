//! Every file here is a crate of its own; this one is here for cargo.

fn main() {}
