//! The order in a hash map is the same in every execution of every process: what is found must not depend on chance.

use std::collections::HashMap;

fn order() -> String {
    let map: HashMap<u32, ()> = (0..20).map(|key| (key, ())).collect();
    format!("{:?}", map.keys())
}

pub(crate) fn wrong() {
    std::fail(order());
}

pub(crate) fn right() {
    assert_eq!(order(), order());
}
