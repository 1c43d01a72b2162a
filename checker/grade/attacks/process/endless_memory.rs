// layer: process
// tries: to use all memory
// exercise: spawn_and_join
// outcome: limit

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {
    let mut blocks = Vec::new();
    loop {
        blocks.push(vec![1_u8; 1 << 20]);
    }
}
