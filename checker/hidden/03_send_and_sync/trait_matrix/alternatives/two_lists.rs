// right: one list for each trait, put together by a const fn

pub struct Row {
    pub sync: bool,
    pub send: bool,
}

#[rustfmt::skip]
const SEND: [bool; 18] = [
    true, true, false, true, false, true, false, true, true,
    false, true, false, false, true, true, true, false, true,
];

#[rustfmt::skip]
const SYNC: [bool; 18] = [
    true, true, false, true, false, false, false, false, true,
    false, false, true, false, true, false, false, false, true,
];

const fn table() -> [Row; 18] {
    let mut rows = [const { Row { send: false, sync: false } }; 18];
    let mut at = 0;
    while at < rows.len() {
        rows[at].send = SEND[at];
        rows[at].sync = SYNC[at];
        at += 1;
    }
    rows
}

pub const ANSWERS: [Row; 18] = table();
