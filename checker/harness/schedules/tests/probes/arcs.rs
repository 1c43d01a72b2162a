//! `Arc` and `Weak`.

use std::any::Any;
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Debug;
use std::path::Path;
use std::pin::Pin;
use std::sync::{Arc, Mutex, Weak};
use std::thread;

super::probes! {
    handles_are_counted
    the_last_handle_unwraps
    into_inner_gives_the_value_to_one
    unwrap_or_clone_copies_if_shared
    make_mut_copies_if_shared
    get_mut_needs_the_only_handle
    a_weak_handle_does_not_keep_alive
    a_value_can_know_itself
    handles_become_trait_objects
    methods_take_handles
    texts_and_slices_are_shared
    slices_and_texts_are_copied_on_write
    handles_go_through_raw_pointers
    a_handle_stands_for_its_value
    a_handle_can_be_pinned
    what_it_is_can_be_asked
    handles_are_made_of_much_else
    a_node_knows_its_parent
    a_value_is_dropped_with_its_last_handle
}

fn handles_are_counted() {
    let value = Arc::new(5);
    let weak = Arc::downgrade(&value);
    let other = Arc::clone(&value);
    assert_eq!((Arc::strong_count(&value), Arc::weak_count(&value)), (2, 1));
    assert_eq!((weak.strong_count(), weak.weak_count()), (2, 1));
    drop(other);
    assert_eq!((Arc::strong_count(&value), *value), (1, 5));
}

fn the_last_handle_unwraps() {
    let value = Arc::new(String::from("text"));
    let other = Arc::clone(&value);
    let value = Arc::try_unwrap(value).unwrap_err();
    thread::spawn(move || drop(other)).join().unwrap();
    assert_eq!(Arc::try_unwrap(value), Ok("text".to_owned()));
}

fn into_inner_gives_the_value_to_one() {
    let value = Arc::new(vec![1]);
    let other = Arc::clone(&value);
    let thread = thread::spawn(move || Arc::into_inner(other).is_some());
    let mine = Arc::into_inner(value).is_some();
    assert_ne!(thread.join().unwrap(), mine);
}

fn unwrap_or_clone_copies_if_shared() {
    let value = Arc::new(vec![1]);
    let copy = Arc::unwrap_or_clone(Arc::clone(&value));
    assert_eq!((copy, Arc::unwrap_or_clone(value)), (vec![1], vec![1]));
}

fn make_mut_copies_if_shared() {
    let mut value = Arc::new(vec![1]);
    let old = Arc::clone(&value);
    Arc::make_mut(&mut value).push(2);
    Arc::make_mut(&mut value).push(3);
    assert_eq!((old.len(), value.len()), (1, 3));
}

fn get_mut_needs_the_only_handle() {
    let mut value = Arc::new(1);
    *Arc::get_mut(&mut value).unwrap() += 1;
    let other = Arc::clone(&value);
    assert!(Arc::get_mut(&mut value).is_none());
    drop(other);
    let weak = Arc::downgrade(&value);
    assert!(Arc::get_mut(&mut value).is_none());
    drop(weak);
    assert_eq!(Arc::get_mut(&mut value), Some(&mut 2));
}

fn a_weak_handle_does_not_keep_alive() {
    let value = Arc::new(7);
    let weak: Weak<i32> = Arc::downgrade(&value);
    assert_eq!(weak.upgrade().as_deref(), Some(&7));
    let copy = weak.clone();
    drop(value);
    assert!(weak.upgrade().is_none() && weak.ptr_eq(&copy) && Weak::<u8>::new().upgrade().is_none());
    assert_eq!((format!("{weak:?}"), Weak::<u8>::default().strong_count()), ("(Weak)".to_owned(), 0));
}

fn a_value_can_know_itself() {
    struct Gadget {
        me: Weak<Gadget>,
    }
    let gadget = Arc::new_cyclic(|me| {
        assert!(me.upgrade().is_none());
        Gadget { me: me.clone() }
    });
    assert!(Arc::ptr_eq(&gadget, &gadget.me.upgrade().unwrap()));
}

fn handles_become_trait_objects() {
    let shown: Arc<dyn Debug + Send + Sync> = Arc::new(5);
    let call: Arc<dyn Fn(u32) -> u32 + Send + Sync> = Arc::new(|number| number + 1);
    let slice: Arc<[u32]> = Arc::new([1, 2, 3]);
    let weak: Weak<dyn Debug> = Arc::downgrade(&Arc::new(5)) as Weak<dyn Debug>;
    let other = Arc::clone(&call);
    assert_eq!(thread::spawn(move || other(1)).join().unwrap(), 2);
    assert_eq!((format!("{shown:?}"), slice.len(), weak.upgrade().is_none()), ("5".to_owned(), 3, true));
    let list: Vec<Arc<dyn Fn(u32) -> u32 + Send + Sync>> = vec![call, Arc::new(|number| number * 2)];
    assert_eq!(list.iter().map(|call| call(3)).sum::<u32>(), 10);
}

fn methods_take_handles() {
    trait Job {
        fn run(self: Arc<Self>) -> usize;
        fn look(self: &Arc<Self>) -> usize
        where
            Self: Sized,
        {
            Arc::strong_count(self)
        }
    }
    impl Job for String {
        fn run(self: Arc<Self>) -> usize {
            self.len()
        }
    }
    let job = Arc::new(String::from("text"));
    assert_eq!((job.look(), Arc::clone(&job).run()), (1, 4));
    let job: Arc<dyn Job> = job;
    assert_eq!(job.run(), 4);
}

fn texts_and_slices_are_shared() {
    let text: Arc<str> = Arc::from("text");
    let same: Arc<str> = "text".into();
    let owned: Arc<str> = String::from("text").into();
    assert!(text == same && same == owned && &*text == "text");
    let bytes: Arc<[u8]> = Arc::from(&b"ab"[..]);
    let list: Arc<[u32]> = vec![1, 2].into();
    let collected: Arc<[u32]> = (1..3).collect();
    assert_eq!((bytes.len(), list == collected, list.iter().sum::<u32>()), (2, true, 3));
    let other = Arc::clone(&text);
    assert_eq!(thread::spawn(move || other.len()).join().unwrap(), 4);
    let mut map: HashMap<Arc<str>, u32> = HashMap::new();
    map.insert(text, 1);
    assert_eq!(map.get("text"), Some(&1));
}

fn slices_and_texts_are_copied_on_write() {
    let mut list: Arc<[u32]> = Arc::from([1, 2]);
    let old = Arc::clone(&list);
    Arc::make_mut(&mut list)[0] = 5;
    assert_eq!((&*old, &*list), (&[1, 2][..], &[5, 2][..]));
    let mut text: Arc<str> = Arc::from("text");
    Arc::make_mut(&mut text).make_ascii_uppercase();
    assert_eq!(&*text, "TEXT");
}

fn handles_go_through_raw_pointers() {
    let value = Arc::new(5);
    let pointer = Arc::into_raw(Arc::clone(&value));
    assert_eq!(Arc::as_ptr(&value), pointer);
    // SAFETY: the pointer was made by `into_raw`, and each handle is used up once.
    unsafe {
        Arc::increment_strong_count(pointer);
        assert_eq!(Arc::strong_count(&value), 3);
        Arc::decrement_strong_count(pointer);
        assert_eq!(*Arc::from_raw(pointer), 5);
    }
    let weak = Arc::downgrade(&value).into_raw();
    // SAFETY: see above.
    let weak = unsafe { Weak::from_raw(weak) };
    assert_eq!((weak.upgrade(), weak.as_ptr()), (Some(Arc::clone(&value)), Arc::as_ptr(&value)));
}

fn a_handle_stands_for_its_value() {
    let (one, other) = (Arc::new(1), Arc::new(2));
    assert!(one < other && one == Arc::new(1) && one.max(other) == Arc::new(2));
    let text: Arc<String> = Arc::default();
    assert_eq!((format!("{text}{text:?}"), text.as_ref().len(), text.is_empty()), ("\"\"".to_owned(), 0, true));
    fn takes<T: AsRef<str>>(text: T) -> usize {
        text.as_ref().len()
    }
    assert_eq!(takes(String::from("text")) + takes(&*Arc::<str>::from("text")), 8);
    assert!(!format!("{:p}", Arc::new(1)).is_empty());
}

fn a_handle_can_be_pinned() {
    let pinned: Pin<Arc<Mutex<u32>>> = Arc::pin(Mutex::new(1));
    *pinned.lock().unwrap() += 1;
    assert_eq!(*pinned.clone().lock().unwrap(), 2);
    assert_eq!(*Pin::new(Arc::new(3)), 3);
}

fn what_it_is_can_be_asked() {
    let value: Arc<dyn Any + Send + Sync> = Arc::new(5_u32);
    let value = value.downcast::<String>().unwrap_err();
    assert_eq!(value.downcast::<u32>().map(|value| *value).ok(), Some(5));
}

fn handles_are_made_of_much_else() {
    let text: Arc<str> = Arc::from(Cow::Borrowed("text"));
    let boxed: Arc<dyn Debug> = Arc::from(Box::new(5) as Box<dyn Debug>);
    let path: Arc<Path> = Arc::from(Path::new("file"));
    let bytes: Arc<[u8]> = Arc::from(Arc::clone(&text));
    let array: Result<Arc<[u8; 4]>, _> = Arc::clone(&bytes).try_into();
    let error: Arc<dyn std::error::Error + Send + Sync> = Arc::new(std::fmt::Error);
    assert_eq!((bytes.len(), array.is_ok(), format!("{boxed:?}")), (4, true, "5".to_owned()));
    assert!(path.ends_with("file") && !error.to_string().is_empty());
    assert!(Arc::<str>::default().is_empty() && Arc::<[u32]>::default().is_empty());
}

fn a_node_knows_its_parent() {
    struct Node {
        parent: Mutex<Weak<Node>>,
        children: Mutex<Vec<Arc<Node>>>,
    }
    let new = || Arc::new(Node { parent: Mutex::new(Weak::new()), children: Mutex::default() });
    let (parent, child) = (new(), new());
    *child.parent.lock().unwrap() = Arc::downgrade(&parent);
    parent.children.lock().unwrap().push(Arc::clone(&child));
    assert_eq!((Arc::strong_count(&parent), Arc::strong_count(&child)), (1, 2));
    drop(parent);
    assert!(child.parent.lock().unwrap().upgrade().is_none());
    assert_eq!(Arc::strong_count(&child), 1);
}

fn a_value_is_dropped_with_its_last_handle() {
    struct Note(Arc<Mutex<Vec<&'static str>>>, &'static str);
    impl Drop for Note {
        fn drop(&mut self) {
            self.0.lock().unwrap().push(self.1);
        }
    }
    let notes = Arc::new(Mutex::new(Vec::new()));
    let value = Arc::new(Note(Arc::clone(&notes), "dropped"));
    let other = Arc::clone(&value);
    let thread = thread::spawn(move || drop(other));
    drop(value);
    thread.join().unwrap();
    assert_eq!(*notes.lock().unwrap(), ["dropped"]);
}
