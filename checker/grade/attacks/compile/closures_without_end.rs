// layer: compile
// tries: a generic function that calls itself with ever larger closures
// exercise: spawn_and_join
// outcome: compile_error|fail

fn more(depth: usize, function: &dyn Fn()) {
    fn wrap<F: Fn()>(depth: usize, function: F) {
        if depth > 0 {
            wrap(depth - 1, || function());
        }
    }
    wrap(depth, function);
}

pub fn start() {
    more(1000, &|| ());
}

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
