// layer: process
// tries: to sleep for ever on a real thread
// exercise: four_markers
// outcome: timeout

fn attack() {
    std::thread::sleep(std::time::Duration::MAX);
}

pub struct Both(u32);

impl Both {
    pub fn new(value: u32) -> Self {
        Both(value)
    }
    pub fn get(&self) -> u32 {
        attack();
        self.0 + 1
    }
}

pub struct OnlySend(u32, std::marker::PhantomData<std::cell::Cell<()>>);

impl OnlySend {
    pub fn new(value: u32) -> Self {
        OnlySend(value, std::marker::PhantomData)
    }
    pub fn get(&self) -> u32 {
        self.0
    }
}

pub struct OnlySync(u32, std::marker::PhantomData<std::sync::MutexGuard<'static, ()>>);

impl OnlySync {
    pub fn new(value: u32) -> Self {
        OnlySync(value, std::marker::PhantomData)
    }
    pub fn get(&self) -> u32 {
        self.0
    }
}

pub struct Neither(u32, std::marker::PhantomData<*const ()>);

impl Neither {
    pub fn new(value: u32) -> Self {
        Neither(value, std::marker::PhantomData)
    }
    pub fn get(&self) -> u32 {
        self.0
    }
}
