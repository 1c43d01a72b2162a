//! [`std::io`](real_std::io), whose standard output and error go into the report.

use real_std::fmt::Arguments;
use real_std::marker::PhantomData;
use real_std::panic::Location;

use crate::printing::{self, Stream};

pub use real_std::io::*;

/// One of the standard streams, the handle to it and its lock.
macro_rules! stream {
    ($function:ident $handle:ident $lock:ident $stream:expr) => {
        #[doc = concat!("[`std::io::", stringify!($function), "`](real_std::io::", stringify!($function), ").")]
        pub fn $function() -> $handle {
            $handle(())
        }

        #[doc = concat!("[`std::io::", stringify!($handle), "`](real_std::io::", stringify!($handle), ").")]
        #[derive(Debug)]
        pub struct $handle(());

        impl $handle {
            /// Keeps other threads from writing there.
            #[track_caller]
            pub fn lock(&self) -> $lock<'static> {
                printing::hold($stream, Location::caller());
                $lock { stream: PhantomData, thread: PhantomData }
            }
        }

        #[doc = concat!("[`std::io::", stringify!($lock), "`](real_std::io::", stringify!($lock), ").")]
        #[derive(Debug)]
        pub struct $lock<'a> {
            stream: PhantomData<&'a ()>,
            /// A lock stays on its thread.
            thread: PhantomData<*const ()>,
        }

        impl Drop for $lock<'_> {
            fn drop(&mut self) {
                printing::give_back($stream);
            }
        }

        writes!($handle, $stream);
        writes!(&$handle, $stream);
        writes!($lock<'_>, $stream);
        never_a_terminal!($handle);
        never_a_terminal!($lock<'_>);
    };
}

/// Writes to a stream.
macro_rules! writes {
    ($type:ty, $stream:expr) => {
        impl Write for $type {
            #[track_caller]
            fn write(&mut self, bytes: &[u8]) -> Result<usize> {
                printing::write($stream, &String::from_utf8_lossy(bytes), Location::caller());
                Ok(bytes.len())
            }

            /// In one step, not one for each part of the text.
            #[track_caller]
            fn write_fmt(&mut self, text: Arguments<'_>) -> Result<()> {
                printing::write($stream, &text.to_string(), Location::caller());
                Ok(())
            }

            fn flush(&mut self) -> Result<()> {
                Ok(())
            }
        }
    };
}

macro_rules! never_a_terminal {
    ($type:ty) => {
        impl $type {
            /// Whether a person reads along: never.
            pub fn is_terminal(&self) -> bool {
                false
            }
        }
    };
}

stream!(stdout Stdout StdoutLock Stream::Output);
stream!(stderr Stderr StderrLock Stream::Error);
