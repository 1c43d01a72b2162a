//! The macros of std that print or make thread-local values.

/// [`print!`](real_std::print) into the report.
#[macro_export]
macro_rules! print {
    ($($text:tt)*) => {
        $crate::printing::print($crate::printing::Stream::Output, "print!", $crate::format_args!($($text)*), "")
    };
}

/// [`println!`](real_std::println) into the report.
#[macro_export]
macro_rules! println {
    () => { $crate::println!("") };
    ($($text:tt)*) => {
        $crate::printing::print($crate::printing::Stream::Output, "println!", $crate::format_args!($($text)*), "\n")
    };
}

/// [`eprint!`](real_std::eprint) into the report.
#[macro_export]
macro_rules! eprint {
    ($($text:tt)*) => {
        $crate::printing::print($crate::printing::Stream::Error, "eprint!", $crate::format_args!($($text)*), "")
    };
}

/// [`eprintln!`](real_std::eprintln) into the report.
#[macro_export]
macro_rules! eprintln {
    () => { $crate::eprintln!("") };
    ($($text:tt)*) => {
        $crate::printing::print($crate::printing::Stream::Error, "eprintln!", $crate::format_args!($($text)*), "\n")
    };
}

/// [`dbg!`](real_std::dbg) into the report.
#[macro_export]
macro_rules! dbg {
    () => { $crate::eprintln!("[{}:{}:{}]", $crate::file!(), $crate::line!(), $crate::column!()) };
    ($value:expr $(,)?) => {
        match $value {
            value => {
                $crate::eprintln!(
                    "[{}:{}:{}] {} = {:#?}",
                    $crate::file!(), $crate::line!(), $crate::column!(), $crate::stringify!($value), &value,
                );
                value
            }
        }
    };
    ($($value:expr),+ $(,)?) => { ($($crate::dbg!($value)),+,) };
}

/// [`thread_local!`](real_std::thread_local) with a value for each modelled thread.
#[macro_export]
macro_rules! thread_local {
    () => {};
    ($(#[$attribute:meta])* $vis:vis static $name:ident: $type:ty = const $init:block $(; $($rest:tt)*)?) => {
        $(#[$attribute])* $vis static $name: $crate::thread::LocalKey<$type> =
            $crate::thread::LocalKey::__new(|| $init);
        $($crate::thread_local!($($rest)*);)?
    };
    ($(#[$attribute:meta])* $vis:vis static $name:ident: $type:ty = $init:expr $(; $($rest:tt)*)?) => {
        $(#[$attribute])* $vis static $name: $crate::thread::LocalKey<$type> =
            $crate::thread::LocalKey::__new(|| $init);
        $($crate::thread_local!($($rest)*);)?
    };
}
