// layer: lint
// tries: machine code beside all functions
// exercise: spawn_and_join
// outcome: rejected

core::arch::global_asm!(".globl main", "main:", "xor eax, eax", "ret");

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
