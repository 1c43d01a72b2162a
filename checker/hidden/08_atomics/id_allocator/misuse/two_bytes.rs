//! `Ids` takes two bytes: there are very many of them.

use exercise::Ids;

const _: () = assert!(size_of::<Ids>() == 2, "`Ids` does not take two bytes");

fn main() {}
