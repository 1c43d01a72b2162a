// layer: landlock
// tries: to read the hidden tests the same way
// exercise: spawn_and_join
// outcome: compile_error

macro_rules! put {
    ($hash:tt $allowed:tt $name:tt $module:tt $secret:ident) => {
        $hash [$name = "@COURSE@/checker/hidden/01_threads/spawn_and_join/tests.rs"]
        $module $secret;
    };
}
put!(#[inline] path mod secret);

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
