//! # Four markers
//!
//! Four types hold a number each. As they stand, all four may go anywhere, because a `u32` may.
//! Make `OnlySend` lose `Sync`, make `OnlySync` lose `Send`, and make `Neither` lose both.
//!
//! Why it matters: a number is often more than a number. It is a handle, an index, the id of a window or of an open
//! file, and the library behind it has rules about threads that the compiler cannot see in a `u32`. Whoever wraps such
//! a library writes the rule into the type, and then no user of it can break the rule.
//!
//! `Send` and `Sync` are auto traits: a type has them if all its fields have them. `impl !Send` would take them away
//! directly, but is not stable. There is another way. `std::marker::PhantomData<T>` is a field without size, which
//! counts for the compiler like a field of the type `T`.
//!
//! ## What must hold
//!
//! - The public types and their traits:
//!
//!   |            | `Send` | `Sync` | for example                                          |
//!   |------------|--------|--------|------------------------------------------------------|
//!   | `Both`     | yes    | yes    | a plain number                                       |
//!   | `OnlySend` | yes    | no     | a connection: may move, but one thread at a time     |
//!   | `OnlySync` | no     | yes    | a proof that this thread has locked: others may look |
//!   | `Neither`  | no     | no     | the id of a window that belongs to one thread        |
//!
//! - Each has `pub fn new(value: u32) -> Self` and `pub fn get(&self) -> u32`, which returns the value.
//! - Each is as large as a `u32`, that is, 4 bytes: the markers cost nothing.
//! - The fields are up to you. `unsafe impl` is allowed for a type where no field says what you need; then write a
//!   `// SAFETY:` comment that says why it is true.
//!
//! The checker compiles small programs that move or share the four types, and looks which of them the compiler refuses.
//!
//! Work at the `// TODO`.

// TODO: give three of the types a second field.

/// May move to another thread and be shared by threads.
pub struct Both(u32);

/// May move to another thread, but not be shared.
pub struct OnlySend(u32);

/// May be shared by threads, but not move to another one.
pub struct OnlySync(u32);

/// Stays on its thread.
pub struct Neither(u32);

impl Both {
    /// Holds `value`.
    pub fn new(value: u32) -> Self {
        Both(value)
    }

    /// The value.
    pub fn get(&self) -> u32 {
        self.0
    }
}

impl OnlySend {
    /// Holds `value`.
    pub fn new(value: u32) -> Self {
        OnlySend(value)
    }

    /// The value.
    pub fn get(&self) -> u32 {
        self.0
    }
}

impl OnlySync {
    /// Holds `value`.
    pub fn new(value: u32) -> Self {
        OnlySync(value)
    }

    /// The value.
    pub fn get(&self) -> u32 {
        self.0
    }
}

impl Neither {
    /// Holds `value`.
    pub fn new(value: u32) -> Self {
        Neither(value)
    }

    /// The value.
    pub fn get(&self) -> u32 {
        self.0
    }
}
