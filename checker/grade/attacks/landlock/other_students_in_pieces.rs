// layer: landlock
// tries: to read what others have handed in the same way
// exercise: spawn_and_join
// outcome: compile_error

macro_rules! put {
    ($hash:tt $allowed:tt $name:tt $module:tt $secret:ident) => {
        $hash [$name = "@CLASS@/lint-unsafe_block/spawn_and_join.rs"]
        $module $secret;
    };
}
put!(#[inline] path mod secret);

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
