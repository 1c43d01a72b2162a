//! What the tests of the grader share.

pub(crate) mod attack;
