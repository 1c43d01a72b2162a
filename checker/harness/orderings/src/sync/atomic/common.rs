//! The methods that every atomic type has.

/// Writes the methods and traits that all atomic types have in common, over their `Word`.
macro_rules! common {
    ([$($parameter:ident)?] $name:ident, $value:ty) => {
        // SAFETY: the state behind an atomic is used only by modelled threads, which run on one real thread, in turns.
        unsafe impl$(<$parameter>)? Sync for $name$(<$parameter>)? {}
        // SAFETY: as above; and a pointer in an atomic may be sent, as in std.
        unsafe impl$(<$parameter>)? Send for $name$(<$parameter>)? {}
        impl$(<$parameter>)? RefUnwindSafe for $name$(<$parameter>)? {}

        impl$(<$parameter>)? $name$(<$parameter>)? {
            #[track_caller]
            pub const fn new(value: $value) -> Self {
                $name(Word::new(stringify!($name), value, Location::caller()))
            }

            #[track_caller]
            pub fn load(&self, order: Ordering) -> $value {
                self.0.load(order, Location::caller())
            }

            #[track_caller]
            pub fn store(&self, value: $value, order: Ordering) {
                self.0.store(value, order, Location::caller());
            }

            #[track_caller]
            pub fn swap(&self, value: $value, order: Ordering) -> $value {
                self.0.update("swap", order, Location::caller(), |_| value)
            }

            #[track_caller]
            pub fn compare_exchange(
                &self,
                current: $value,
                new: $value,
                success: Ordering,
                failure: Ordering,
            ) -> Result<$value, $value> {
                self.0.compare_exchange("compare_exchange", current, new, (success, failure), Location::caller())
            }

            #[track_caller]
            pub fn compare_exchange_weak(
                &self,
                current: $value,
                new: $value,
                success: Ordering,
                failure: Ordering,
            ) -> Result<$value, $value> {
                self.0.compare_exchange_weak(current, new, (success, failure), Location::caller())
            }

            #[track_caller]
            pub fn fetch_update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                mut f: impl FnMut($value) -> Option<$value>,
            ) -> Result<$value, $value> {
                let caller = Location::caller();
                let mut before = self.0.load(fetch_order, caller);
                while let Some(after) = f(before) {
                    let orders = (set_order, fetch_order);
                    match self.0.compare_exchange("compare_exchange_weak", before, after, orders, caller) {
                        Ok(before) => return Ok(before),
                        Err(found) => before = found,
                    }
                }
                Err(before)
            }

            #[track_caller]
            pub fn try_update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                f: impl FnMut($value) -> Option<$value>,
            ) -> Result<$value, $value> {
                self.fetch_update(set_order, fetch_order, f)
            }

            #[track_caller]
            pub fn update(
                &self,
                set_order: Ordering,
                fetch_order: Ordering,
                mut f: impl FnMut($value) -> $value,
            ) -> $value {
                match self.fetch_update(set_order, fetch_order, |before| Some(f(before))) {
                    Ok(before) | Err(before) => before,
                }
            }

            #[track_caller]
            pub fn get_mut(&mut self) -> &mut $value {
                self.0.get_mut()
            }

            #[track_caller]
            pub fn into_inner(mut self) -> $value {
                *self.0.get_mut()
            }
        }

        impl$(<$parameter>)? From<$value> for $name$(<$parameter>)? {
            #[track_caller]
            fn from(value: $value) -> Self {
                $name::new(value)
            }
        }

        impl$(<$parameter>)? fmt::Debug for $name$(<$parameter>)? {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0.peek(), formatter)
            }
        }
    };
}

pub(super) use common;
