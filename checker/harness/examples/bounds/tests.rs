use exercise::Shared;

/// A value that was put in comes out again. Who may share it is judged by the programs in `misuse`.
#[native]
fn the_value_is_kept() {
    assert_eq!(Shared::new(7).get(), &7, "`get` did not return what `new` was given");
}
