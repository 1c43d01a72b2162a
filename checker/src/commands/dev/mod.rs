//! `threadlings dev`: what authors of exercises need besides `verify`.

pub mod bless;
pub mod check;
pub mod new;
