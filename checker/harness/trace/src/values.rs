//! Texts for values of types that are only known as a type parameter.
//!
//! `Mutex<T>` knows nothing about its `T`, and stable Rust cannot ask whether `T` happens to be `Debug`. So the common
//! types stand in a table by their identity. A model adds types of its own. With a feature of the compiler that
//! `RUSTC_BOOTSTRAP=threadlings_trace` allows to this crate, the learner's own types can be asked as well.

use std::any::TypeId;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::fmt::{Debug, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::{is_recording, set_recording};

/// Most characters of a value that are shown.
const LIMIT: usize = 24;

/// Writes the value that a pointer points to.
type Show = unsafe fn(*const ()) -> String;

thread_local! {
    static TABLE: RefCell<HashMap<TypeId, Show>> = RefCell::new(common_types());
}

/// The text of a value of a common type, cut to a length that fits into a lane.
pub fn value_text<T: ?Sized>(value: &T) -> Option<String> {
    let Some(show) = TABLE.with_borrow(|table| table.get(&typeid::of::<T>()).copied()) else {
        return learners_text(value);
    };
    // SAFETY: the table holds this function under the identity of the type that it expects, which is `T` but for
    // lifetimes, and the pointer is made from a reference to a `T` that lives until the call returns.
    Some(unsafe { show(std::ptr::from_ref(value).cast()) })
}

thread_local! {
    static LEARNERS_TYPES: Cell<bool> = const { Cell::new(false) };
    static FORMATTING: Cell<bool> = const { Cell::new(false) };
}

/// Lets values be shown whose type the learner made `Debug`. Only for a model that can bear the learner's code to be
/// run meanwhile: see [`is_formatting`].
pub fn show_learners_types() {
    LEARNERS_TYPES.set(true);
}

/// Whether the learner's code runs only to show a value: it must not let other threads run, nor wait.
pub fn is_formatting() -> bool {
    FORMATTING.get()
}

/// The text of a value of the learner's own type. What its `Debug` does meanwhile is not recorded; if it panics, there
/// is no text.
fn learners_text<T: ?Sized>(value: &T) -> Option<String> {
    if !LEARNERS_TYPES.get() || is_formatting() {
        return None;
    }
    let recorded = is_recording();
    set_recording(false);
    FORMATTING.set(true);
    let text = catch_unwind(AssertUnwindSafe(|| value.text_if_debug()));
    FORMATTING.set(false);
    set_recording(recorded);
    text.ok().flatten()
}

/// Whatever may be `Debug` or not.
trait MaybeDebug {
    fn text_if_debug(&self) -> Option<String>;
}

#[cfg(not(specializes))]
impl<T: ?Sized> MaybeDebug for T {
    fn text_if_debug(&self) -> Option<String> {
        None
    }
}

#[cfg(specializes)]
impl<T: ?Sized> MaybeDebug for T {
    default fn text_if_debug(&self) -> Option<String> {
        None
    }
}

#[cfg(specializes)]
impl<T: Debug + ?Sized> MaybeDebug for T {
    fn text_if_debug(&self) -> Option<String> {
        Some(debug_text(&self))
    }
}

/// Lets values of the type `T` be shown.
pub fn register_value_type<T: Debug + 'static>() {
    TABLE.with_borrow_mut(register::<T>);
}

/// The Debug text of a value, cut to a length that fits into a lane.
pub fn debug_text(value: &dyn Debug) -> String {
    let mut short = Short { text: String::new(), left: LIMIT };
    match write!(short, "{value:?}") {
        Ok(()) => short.text,
        Err(_) => short.text + "…",
    }
}

/// The text of a number in an atomic. One that does not fit into 32 bits is often made of two halves, which no decimal
/// number shows.
pub fn number_text(number: i128) -> String {
    match u64::try_from(number) {
        Ok(packed) if packed > u64::from(u32::MAX) => {
            format!("{:#x}_{:08x}", packed >> 32, packed & u64::from(u32::MAX))
        }
        _ => number.to_string(),
    }
}

/// Takes so many characters and then refuses more, so that a large value is not written out in vain.
struct Short {
    text: String,
    left: usize,
}

impl Write for Short {
    fn write_str(&mut self, part: &str) -> std::fmt::Result {
        for character in part.chars() {
            self.left = self.left.checked_sub(1).ok_or(std::fmt::Error)?;
            self.text.push(character);
        }
        Ok(())
    }
}

/// # Safety
/// `value` points to a live `T`.
unsafe fn show<T: Debug>(value: *const ()) -> String {
    // SAFETY: promised by the caller.
    debug_text(unsafe { &*value.cast::<T>() })
}

fn register<T: Debug + 'static>(table: &mut HashMap<TypeId, Show>) {
    table.insert(TypeId::of::<T>(), show::<T>);
}

fn common_types() -> HashMap<TypeId, Show> {
    let mut table = HashMap::new();
    register::<()>(&mut table);
    register::<f32>(&mut table);
    register::<f64>(&mut table);
    macro_rules! register_with_containers {
        ($($scalar:ty),*) => {$(
            register::<$scalar>(&mut table);
            register::<Option<$scalar>>(&mut table);
            register::<Vec<$scalar>>(&mut table);
            register::<Vec<Option<$scalar>>>(&mut table);
            register::<VecDeque<$scalar>>(&mut table);
            register::<($scalar, $scalar)>(&mut table);
            register::<(usize, $scalar)>(&mut table);
            register::<BTreeMap<String, $scalar>>(&mut table);
            register::<Result<$scalar, String>>(&mut table);
        )*};
    }
    register_with_containers!(bool, char, u8, u16, u32, u64, usize, i8, i16, i32, i64, isize, String, &'static str);
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_values_have_a_text() {
        assert_eq!(value_text(&7_u32).as_deref(), Some("7"));
        assert_eq!(value_text("ann").as_deref(), None, "a str is not sized");
        assert_eq!(value_text(&"ann").as_deref(), Some("\"ann\""));
        assert_eq!(value_text(&vec![Some(1_u8), None]).as_deref(), Some("[Some(1), None]"));
    }

    #[test]
    fn a_borrowed_str_of_any_lifetime_has_a_text() {
        let owned = String::from("ann");
        assert_eq!(value_text(&owned.as_str()).as_deref(), Some("\"ann\""));
    }

    #[test]
    fn unknown_types_have_none() {
        struct Account;
        assert_eq!(value_text(&Account), None);
    }

    #[cfg(specializes)]
    #[test]
    fn types_of_the_learners_are_shown_if_they_can_be() {
        #[derive(Debug)]
        #[allow(dead_code, reason = "it is shown")]
        struct Account {
            balance: u32,
        }
        struct Secret;
        struct Bomb;
        impl Debug for Bomb {
            fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                assert!(!is_formatting(), "on purpose");
                Ok(())
            }
        }
        show_learners_types();
        assert_eq!(value_text(&Account { balance: 100 }).as_deref(), Some("Account { balance: 100 }"));
        assert_eq!((value_text(&Secret), value_text(&Bomb)), (None, None));
        LEARNERS_TYPES.set(false);
    }

    #[test]
    fn large_numbers_show_their_halves() {
        let shown = [7, -7, i128::from(u32::MAX), 9 << 32 | 1, i128::from(u64::MAX)].map(number_text);
        assert_eq!(shown, ["7", "-7", "4294967295", "0x9_00000001", "0xffffffff_ffffffff"]);
    }

    #[test]
    fn long_values_are_cut() {
        assert_eq!(debug_text(&"0123456789012345678901234567890"), "\"01234567890123456789012…");
    }
}
