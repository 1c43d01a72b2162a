// wrong: writes `impl !Send`, which is not stable
// finding: compile: E0658

pub struct Both(u32);

pub struct OnlySend(u32);

pub struct OnlySync(u32);

pub struct Neither(u32);

impl !Sync for OnlySend {}
impl !Send for OnlySync {}
impl !Send for Neither {}
impl !Sync for Neither {}

impl Both {
    pub fn new(value: u32) -> Self {
        Both(value)
    }

    pub fn get(&self) -> u32 {
        self.0
    }
}

impl OnlySend {
    pub fn new(value: u32) -> Self {
        OnlySend(value)
    }

    pub fn get(&self) -> u32 {
        self.0
    }
}

impl OnlySync {
    pub fn new(value: u32) -> Self {
        OnlySync(value)
    }

    pub fn get(&self) -> u32 {
        self.0
    }
}

impl Neither {
    pub fn new(value: u32) -> Self {
        Neither(value)
    }

    pub fn get(&self) -> u32 {
        self.0
    }
}
