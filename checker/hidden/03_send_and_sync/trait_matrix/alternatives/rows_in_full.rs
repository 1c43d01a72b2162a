// right: every row written out in full

pub struct Row {
    pub send: bool,
    pub sync: bool,
}

#[rustfmt::skip]
pub const ANSWERS: [Row; 18] = [
    Row { send: true, sync: true },
    Row { send: true, sync: true },
    Row { send: false, sync: false },
    Row { send: true, sync: true },
    Row { send: false, sync: false },
    Row { send: true, sync: false },
    Row { send: false, sync: false },
    Row { send: true, sync: false },
    Row { send: true, sync: true },
    Row { send: false, sync: false },
    Row { send: true, sync: false },
    Row { send: false, sync: true },
    Row { send: false, sync: false },
    Row { send: true, sync: true },
    Row { send: true, sync: false },
    Row { send: true, sync: false },
    Row { send: false, sync: false },
    Row { send: true, sync: true },
];
