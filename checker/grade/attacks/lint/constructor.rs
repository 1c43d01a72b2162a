// layer: lint
// tries: to run before `main`
// exercise: spawn_and_join
// outcome: rejected

#[unsafe(link_section = ".init_array")]
static FIRST: extern "C" fn() = first;
extern "C" fn first() {
    std::process::exit(0)
}

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
