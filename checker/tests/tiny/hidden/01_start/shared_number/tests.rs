//! Hidden tests of `shared_number`.

use exercise::Number;

/// A number is set to 2 and read.
#[native]
fn what_is_set_is_read() {
    let number = Number::new(1);
    number.set(2);
    let number = number.get();
    assert_eq!(number, 2, "`get` returned {number} after `set(2)`");
}
