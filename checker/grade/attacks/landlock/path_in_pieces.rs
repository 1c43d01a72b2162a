// layer: landlock
// tries: to read a file of the instructor's through an attribute that no token shows
// exercise: spawn_and_join
// outcome: compile_error

macro_rules! put {
    ($hash:tt $allowed:tt $name:tt $module:tt $secret:ident) => {
        $hash [$name = "@SECRET@"]
        $module $secret;
    };
}
put!(#[inline] path mod secret);

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
