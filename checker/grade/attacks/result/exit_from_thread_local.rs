// layer: result
// tries: the same from the destructor of a thread-local
// exercise: spawn_and_join
// outcome: fail

struct Bomb;
impl Drop for Bomb {
    fn drop(&mut self) {
        std::process::exit(0)
    }
}
thread_local!(static BOMB: Bomb = const { Bomb });

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    BOMB.with(|_| ());
}
