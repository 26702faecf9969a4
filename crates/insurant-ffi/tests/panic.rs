//! A panic inside is a status outside, and the host's panic hook stays the host's.

#![cfg(feature = "test-exports")]

use insurant_c::{InsurantError, InsurantStatus, InsurantStr};
use std::ptr::null_mut;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};

#[test]
fn a_panic_inside_is_a_status_and_the_hook_stays() {
    static SEEN: AtomicUsize = AtomicUsize::new(0);
    std::panic::set_hook(Box::new(|_| {
        SEEN.fetch_add(1, Ordering::SeqCst);
    }));
    let start = Arc::new(Barrier::new(2));
    let threads: Vec<_> = (0..2)
        .map(|_| {
            let start = Arc::clone(&start);
            std::thread::spawn(move || {
                start.wait();
                for _ in 0..100 {
                    let mut error: *mut InsurantError = null_mut();
                    // SAFETY: `error` is a writable pointer.
                    let status = unsafe { insurant_c::insurant_test_panic(&raw mut error) };
                    assert_eq!(status, InsurantStatus::Panic);
                    let mut text = InsurantStr {
                        ptr: std::ptr::null(),
                        len: 0,
                    };
                    // SAFETY: the error was just handed over; the text is writable.
                    unsafe {
                        let got = insurant_c::insurant_error_text(error, &raw mut text);
                        assert_eq!(got, InsurantStatus::Ok);
                        insurant_c::insurant_error_free(error);
                    }
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().expect("the host's threads go on");
    }
    assert_eq!(SEEN.load(Ordering::SeqCst), 200);
    // Still the host's own.
    let _ = std::panic::catch_unwind(|| panic!("of the host"));
    assert_eq!(SEEN.load(Ordering::SeqCst), 201);
    drop(std::panic::take_hook());
}
