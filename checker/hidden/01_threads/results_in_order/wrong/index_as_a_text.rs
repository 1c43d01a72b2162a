// wrong: sorts by the index as a text, in which "10" comes before "2"
// finding: a_dozen_results_are_in_order: wrong_result

use std::collections::BTreeMap;
use std::thread;

pub fn map_in_threads<T, R>(items: Vec<T>, f: fn(T) -> R) -> Vec<R>
where
    T: Send + 'static,
    R: Send + 'static,
{
    let t: BTreeMap<String, _> =
        items.into_iter().enumerate().map(|(i, x)| (i.to_string(), thread::spawn(move || f(x)))).collect();
    t.into_values().map(|h| h.join().unwrap()).collect()
}
