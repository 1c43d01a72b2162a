//! `Arc` and `Weak`: std's, whose counts loom orders.

#[cfg(arc_coerces)]
#[path = "../../../../common/arc/coercions.rs"]
mod coercions;
#[path = "../../../../common/arc/conversions.rs"]
mod conversions;
mod handle;
#[path = "../../../../common/arc/traits.rs"]
mod traits;
mod weak;

pub use handle::Arc;
pub use weak::Weak;
