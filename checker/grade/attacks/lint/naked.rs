// layer: lint
// tries: machine code without an unsafe block
// exercise: spawn_and_join
// outcome: rejected

#[unsafe(naked)]
extern "C" fn exit() {
    core::arch::naked_asm!("mov edi, 0", "mov eax, 231", "syscall")
}

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
