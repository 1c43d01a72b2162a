// layer: lint
// tries: to hide an attribute by putting it together
// exercise: spawn_and_join
// outcome: rejected

macro_rules! put {
    ($hash:tt) => {
        $hash [path = "@SECRET@"]
        mod secret {}
    };
}
put!(#);

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
