//! The bus keeps the callback. It may be called when the text that it borrows is gone.

use exercise::Bus;

fn remember<'a>(bus: &Bus, text: &'a str) {
    bus.subscribe(move |_: &str| println!("{text}")); //~ E0521
}

fn main() {
    let bus = Bus::new();
    remember(&bus, &String::from("short"));
    bus.publish("1");
}
