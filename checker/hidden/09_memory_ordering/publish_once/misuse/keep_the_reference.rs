//! The value is dropped with the cell, and the reference would still be there: it points to memory that is free.

use exercise::Publish;

fn main() {
    let cell = Publish::new();
    assert!(cell.set(String::from("short")).is_ok());
    let kept = cell.get();
    drop(cell); //~ E0505 cell borrowed
    println!("{kept:?}");
}
