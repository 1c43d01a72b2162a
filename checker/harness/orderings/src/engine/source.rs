//! What the source text says about an access to a cell.

use real_std::cell::RefCell;
use real_std::collections::HashMap;

use crate::engine::Access;
use crate::record::Caller;

/// What the statement around a call of `UnsafeCell::get` does with the cell.
pub(crate) fn access(caller: Caller) -> Access {
    real_std::thread_local! {
        static KNOWN: RefCell<HashMap<Caller, Access>> = RefCell::default();
    }
    KNOWN.with_borrow_mut(|known| *known.entry(caller).or_insert_with(|| access_in_source(caller)))
}

fn access_in_source(caller: Caller) -> Access {
    let file = caller.file();
    let text = threadlings_report::keeper::ask(move || real_std::fs::read_to_string(file)).unwrap_or_default();
    let mut before = String::new();
    let mut after = String::new();
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.split("//").next().unwrap_or_default();
        if number < caller.line() {
            before.push_str(line);
            before.push('\n');
        } else if number == caller.line() {
            let split = line.char_indices().nth(caller.column() as usize - 1).map_or(line.len(), |(index, _)| index);
            before.push_str(&line[..split]);
            after.push_str(&line[split..]);
        } else {
            after.push('\n');
            after.push_str(line);
        }
    }
    let statement = before.rsplit([';', '{', '}']).next().unwrap_or_default();
    access_of(statement, after.strip_prefix("get()").unwrap_or(&after))
}

/// Judges by what stands in front of the cell in its statement, and behind `get()`. What is not known to write counts
/// as a read: that may miss a race, but never makes one up.
fn access_of(before: &str, after: &str) -> Access {
    const WRITING_IN_FRONT: &str = "&mut* &mut(* ptr::write( ptr::replace( ptr::swap( ptr::drop_in_place( \
        mem::replace( mem::take( mem::swap(";
    const WRITING_BEHIND: &str = ".write( .replace( .swap( .take( .insert( .get_or_insert .push .pop .clear( .extend( \
        .truncate( .remove( .drain( .as_mut .iter_mut( .assume_init_mut( .assume_init_drop( .drop_in_place( \
        += -= *= /= %= |= &= ^= <<= >>=";
    let behind = after.trim_start_matches(|c: char| c == ')' || c.is_whitespace());
    let assigned = behind.starts_with('=') && !behind.starts_with("==");
    let dense: String = before.split_whitespace().collect();
    let writes = assigned
        || WRITING_IN_FRONT.split_whitespace().any(|text| dense.contains(text))
        || WRITING_BEHIND.split_whitespace().any(|text| behind.starts_with(text));
    let dereferenced = before.contains('*') || behind.starts_with('.');
    if writes {
        Access::Write
    } else if !dereferenced && before.contains("let ") && behind.starts_with(';') {
        // `let value = self.value.get();` only remembers where the value is.
        Access::None
    } else {
        Access::Read
    }
}
