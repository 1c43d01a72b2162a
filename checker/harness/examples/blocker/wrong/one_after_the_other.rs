// wrong: looks at one element after the other
// finding: a_slow_look_holds_up_no_other: deadlock
pub fn contains(items: &[u32], look: impl Fn(&u32) -> bool + Sync) -> bool {
    items.iter().any(look)
}
