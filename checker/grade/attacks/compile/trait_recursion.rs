// layer: compile
// tries: a trait that needs itself for ever larger types
// exercise: spawn_and_join
// outcome: compile_error

pub trait Endless {
    const DEPTH: usize;
}

impl<T> Endless for Vec<T>
where
    Vec<Vec<T>>: Endless,
{
    const DEPTH: usize = 1 + <Vec<Vec<T>> as Endless>::DEPTH;
}

pub const DEPTH: usize = <Vec<u8> as Endless>::DEPTH;

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
