//! [`std::sync::Arc`](real_std::sync::Arc) whose count other threads can come in between of.

mod conversions;
pub(crate) mod count;
mod handle;
mod traits;
mod weak;

pub use handle::Arc;
pub use weak::Weak;
