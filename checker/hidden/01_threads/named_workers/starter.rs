//! # Named workers
//!
//! `spawn_team` starts `n` threads that live on after it has returned. Each has a name of its own and a stack as large
//! as asked for. `thread::spawn` can do neither, and it panics if the system has no room for another thread.
//! `std::thread::Builder` can do all three. The code below compiles; it ignores `prefix` and `stack`.
//!
//! Why it matters: the name of a thread stands in every panic message, in the debugger and in `top -H`: in a program
//! with forty threads you want to read there whose work went wrong. The usual stack, 2 MiB, is too small for deep
//! recursion, and ten thousand idle threads need far less. And a server that cannot start a thread wants to say so and
//! live.
//!
//! ## What must hold
//!
//! - `spawn_team("crew", n, stack, f)` starts `n` threads with the names `crew-0`, `crew-1` and so on. Thread `crew-i`
//!   calls `f(i)` once, and then returns its own name, as `thread::current()` tells it.
//! - Each thread has a stack of at least `stack` bytes.
//! - `spawn_team` returns the handles of all threads in the order of their numbers. It does not wait for the threads.
//! - If a thread cannot be started, `spawn_team` does not panic. It starts no more threads, waits until those it has
//!   started have ended, and returns the error that it got.
//! - When `f` is no longer needed, because all threads have ended, it is dropped.
//! - `prefix` holds no zero byte. `n` may be 0. `f` does not panic.
//!
//! Scoped threads (`Builder::spawn_scoped`) are of no use here: they must end before the scope does, and so before
//! `spawn_team` could return their handles.
//!
//! The `Arc` below is a pointer that many threads can own at once; chapter 2 is about it. You can leave it as it is.
//!
//! Work at the `// TODO`.

use std::io;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

/// Starts `n` threads called `prefix-0`, `prefix-1` and so on; thread i calls `f(i)` and returns its name.
pub fn spawn_team<F>(prefix: &str, n: usize, stack: usize, f: F) -> io::Result<Vec<JoinHandle<String>>>
where
    F: Fn(usize) + Send + Sync + 'static,
{
    let f = Arc::new(f);
    let mut team = Vec::new();
    for number in 0..n {
        let f = Arc::clone(&f);
        let work = move || {
            f(number);
            thread::current().name().unwrap_or("nobody").to_owned()
        };
        // TODO: a name, a stack of `stack` bytes, and an error instead of a panic. Who waits for the others then?
        let _ = (prefix, stack);
        team.push(thread::spawn(work));
    }
    Ok(team)
}
