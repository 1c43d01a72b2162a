//! [`std::sync::Arc`](real_std::sync::Arc) whose count other threads can come in between of.

#[path = "../../../../common/arc/coercions.rs"]
mod coercions;
#[path = "../../../../common/arc/conversions.rs"]
mod conversions;
pub(crate) mod count;
mod handle;
#[path = "../../../../common/arc/traits.rs"]
mod traits;
mod weak;

pub use handle::Arc;
pub use weak::Weak;
