use exercise::Stack;
use harness::DropLedger;

/// Every element is dropped once, also those that nobody took out.
#[native]
#[schedules]
#[orderings]
fn elements_are_dropped_once() {
    let ledger = DropLedger::new();
    let stack = Stack::new();
    stack.push(ledger.item(1));
    stack.push(ledger.item(2));
    let top = stack.pop().map(|item| item.id());
    assert_eq!(top, Some(2), "`pop` did not return the element that was pushed last");
    drop(stack);
    ledger.assert_each_dropped_once("element");
}
