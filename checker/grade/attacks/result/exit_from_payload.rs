// layer: result
// tries: the same from the payload of a panic
// exercise: spawn_and_join
// outcome: fail

struct Bomb;
impl Drop for Bomb {
    fn drop(&mut self) {
        std::process::exit(0)
    }
}

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    std::panic::panic_any(Bomb);
}
