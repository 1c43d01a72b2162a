//! What must be possible: claims that hold if at least one execution bears them out.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Default)]
struct Claims {
    /// The sentence to say if nothing bears the claim out, by the claim's key.
    made: BTreeMap<String, String>,
    met: BTreeSet<String>,
}

thread_local! {
    static CLAIMS: RefCell<Claims> = RefCell::default();
}

pub(crate) fn forget() {
    CLAIMS.take();
}

/// Something of this key must happen in at least one execution; the sentence is said if it never does.
/// Making the same claim again, as each execution does, changes nothing.
pub fn must_happen(key: impl Into<String>, sentence: impl Into<String>) {
    let (key, sentence) = (key.into(), sentence.into());
    CLAIMS.with_borrow_mut(|claims| {
        claims.made.entry(key).or_insert(sentence);
    });
}

/// It happened.
pub fn happened(key: impl Into<String>) {
    let key = key.into();
    CLAIMS.with_borrow_mut(|claims| claims.met.insert(key));
}

/// The sentence of a claim that no execution has borne out so far.
pub fn unmet_claim() -> Option<String> {
    CLAIMS.with_borrow(|claims| {
        let unmet = claims.made.iter().find(|(key, _)| !claims.met.contains(*key));
        unmet.map(|(_, sentence)| sentence.clone())
    })
}
