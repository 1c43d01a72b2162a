//! `select!` and `select_biased!`. What is no arm was refused before, by `crossbeam`'s own macros.

/// `crossbeam::channel::select!`: of several arms that are ready, any can be chosen.
#[macro_export]
macro_rules! select {
    ($($arms:tt)*) => { $crate::__select!(@arm false ($($arms)*) () ()) };
}

/// `crossbeam::channel::select_biased!`: of several arms that are ready, the first is chosen.
#[macro_export]
macro_rules! select_biased {
    ($($arms:tt)*) => { $crate::__select!(@arm true ($($arms)*) () ()) };
}

/// Sorts the arms, registers them one inside the other so that what they borrow lives long enough, and chooses.
#[doc(hidden)]
#[macro_export]
macro_rules! __select {
    // The arms, one after the other: what is left, those that wait for a channel, `default`.
    (@arm $biased:tt () $arms:tt $default:tt) => {{
        #[allow(unused_mut)]
        let mut arms = $crate::channel::arms::Arms::new($biased);
        $crate::__select!(@add arms $arms $default ())
    }};
    (@arm $biased:tt ($word:tt => $($rest:tt)*) $arms:tt $default:tt) => {
        $crate::__select!(@arm $biased ($word () => $($rest)*) $arms $default)
    };
    (@arm $biased:tt
        ($word:tt $arguments:tt $(-> $result:pat)? => { $($body:tt)* }, $($rest:tt)*) $arms:tt $default:tt
    ) => {
        $crate::__select!(@sort $biased ($($rest)*) $arms $default
            $word $word $arguments ($($result)?) { $($body)* })
    };
    (@arm $biased:tt
        ($word:tt $arguments:tt $(-> $result:pat)? => $body:expr, $($rest:tt)*) $arms:tt $default:tt
    ) => {
        $crate::__select!(@sort $biased ($($rest)*) $arms $default $word $word $arguments ($($result)?) { $body })
    };
    (@arm $biased:tt
        ($word:tt $arguments:tt $(-> $result:pat)? => { $($body:tt)* } $($rest:tt)*) $arms:tt $default:tt
    ) => {
        $crate::__select!(@sort $biased ($($rest)*) $arms $default
            $word $word $arguments ($($result)?) { $($body)* })
    };
    (@arm $biased:tt ($word:tt $arguments:tt $(-> $result:pat)? => $body:expr) $arms:tt $default:tt) => {
        $crate::__select!(@sort $biased () $arms $default $word $word $arguments ($($result)?) { $body })
    };

    (@sort $biased:tt $rest:tt $arms:tt () $word:tt default $arguments:tt () $body:tt) => {
        $crate::__select!(@arm $biased $rest $arms ($word $arguments $body))
    };
    (@sort $biased:tt $rest:tt ($($arms:tt)*) $default:tt $word:tt $kind:tt $arguments:tt $result:tt $body:tt) => {
        $crate::__select!(@arm $biased $rest ($($arms)* { $word $kind $arguments $result $body }) $default)
    };

    // Each arm gets a variable; those of two arms are different ones, though they have one name here.
    (@add $arms:ident
        ({ $word:tt recv ($receiver:expr $(,)?) $result:tt $body:tt } $($rest:tt)*) $default:tt ($($added:tt)*)
    ) => {
        match $receiver {
            ref receiver => {
                let arm = $arms.recv(receiver, $crate::__select!(@place $word));
                $crate::__select!(@add $arms ($($rest)*) $default ($($added)* { arm () $result $body }))
            }
        }
    };
    (@add $arms:ident
        ({ $word:tt send ($sender:expr, $message:expr $(,)?) $result:tt $body:tt } $($rest:tt)*)
        $default:tt ($($added:tt)*)
    ) => {
        match $sender {
            ref sender => {
                let arm = $arms.send(sender, $crate::__select!(@place $word));
                $crate::__select!(@add $arms ($($rest)*) $default ($($added)* { arm (, $message) $result $body }))
            }
        }
    };
    (@add $arms:ident () () $added:tt) => {{
        let chosen = $arms.wait();
        $crate::__select!(@do chosen $added)
    }};
    (@add $arms:ident () ($word:tt () $body:tt) $added:tt) => {
        match $arms.look($crate::__select!(@place $word)) {
            $crate::channel::arms::Option::None => $body,
            $crate::channel::arms::Option::Some(chosen) => $crate::__select!(@do chosen $added),
        }
    };
    (@add $arms:ident () ($word:tt ($timeout:expr $(,)?) $body:tt) $added:tt) => {
        match $arms.wait_for($timeout, $crate::__select!(@place $word)) {
            $crate::channel::arms::Option::None => $body,
            $crate::channel::arms::Option::Some(chosen) => $crate::__select!(@do chosen $added),
        }
    };

    (@do $chosen:ident ()) => { unreachable!("one of the arms was chosen: {:?}", $chosen) };
    (@do $chosen:ident ({ $arm:ident ($(, $message:expr)?) ($result:pat) $body:tt } $($rest:tt)*)) => {
        if $arm.is($chosen) {
            let $result = $arm.finish($chosen $(, $message)?);
            $body
        } else {
            $crate::__select!(@do $chosen ($($rest)*))
        }
    };

    // Where the learner has written this word.
    (@place $word:tt) => {{
        use $crate::channel::arms::words::*;
        let place: $crate::channel::arms::Caller = $word;
        place
    }};
}
