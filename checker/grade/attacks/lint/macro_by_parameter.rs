// layer: lint
// tries: to hide the name of a macro
// exercise: spawn_and_join
// outcome: rejected

macro_rules! call {
    ($name:ident) => {
        $name!("@SECRET@")
    };
}
pub const TEXT: &str = call!(include_str);

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
