// layer: limit
// tries: the hole in the borrow checker (rust-lang/rust 25860): safe code that keeps a reference to what is gone, with which any memory could be written
// exercise: spawn_and_join
// outcome: fail
// review: 25860

// The compiler accepts this. No lint of the compiler's and no wall around the process can tell what it does with the
// memory of its own process. What is left is to show such an answer to a person, and that must never be lost.
const FOR_EVER: &&() = &&();

fn stretch<'a, 'b, T: ?Sized>(_: &'a &'b (), value: &'b T) -> &'a T {
    value
}

fn for_ever<'a, T: ?Sized>(value: &'a T) -> &'static T {
    let stretch: for<'c> fn(_, &'c T) -> &'static T = stretch;
    stretch(FOR_EVER, value)
}

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let gone: &'static [u8] = for_ever(&vec![7; 64]);
    std::hint::black_box(gone);
}
