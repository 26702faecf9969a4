//! An operation through the C interface: a line with its name, then the input, any bytes. A status
//! answers, with an error or a text, and what the text says is what the core says.
#![no_main]

use insurant_c::*;
use libfuzzer_sys::fuzz_target;
use std::ptr::null_mut;
use std::sync::LazyLock;

struct Engine(*mut InsurantEngine);

// SAFETY: an engine never changes, and any number of threads may use it at once.
unsafe impl Send for Engine {}
// SAFETY: as above.
unsafe impl Sync for Engine {}

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let mut engine = null_mut();
    // SAFETY: `engine` is writable.
    let status = unsafe { insurant_engine_new(&raw mut engine, null_mut()) };
    assert_eq!(status, InsurantStatus::Ok);
    Engine(engine)
});

static CORE: LazyLock<insurant::Engine> =
    LazyLock::new(|| insurant::Engine::builtin().expect("the built-in rulebooks load"));

fn text(bytes: &[u8]) -> InsurantStr {
    InsurantStr {
        ptr: bytes.as_ptr(),
        len: bytes.len(),
    }
}

/// # Safety
/// The text lives.
unsafe fn bytes<'a>(text: InsurantStr) -> &'a [u8] {
    // SAFETY: the caller's promise.
    unsafe { std::slice::from_raw_parts(text.ptr, text.len) }
}

fuzz_target!(|input: &[u8]| {
    let end = input.iter().position(|byte| *byte == b'\n');
    let (name, json) = match end {
        Some(end) => (&input[..end], &input[end + 1..]),
        None => (input, &b""[..]),
    };
    let (mut answer, mut err, mut said) = (null_mut(), null_mut(), text(b""));
    // SAFETY: the engine and the texts live, the rest is writable, and what is handed over is freed
    // once.
    unsafe {
        let status = insurant_call(
            ENGINE.0,
            text(name),
            text(json),
            &raw mut answer,
            &raw mut err,
        );
        assert_ne!(status, InsurantStatus::Panic);
        assert_eq!(status == InsurantStatus::Ok, !answer.is_null());
        assert_eq!(status == InsurantStatus::Ok, err.is_null());
        if status == InsurantStatus::Ok {
            assert_eq!(insurant_text_get(answer, &raw mut said), InsurantStatus::Ok);
            let (name, json) = (std::str::from_utf8(name), std::str::from_utf8(json));
            let core = CORE.call(name.expect("UTF-8"), json.expect("UTF-8"));
            assert_eq!(bytes(said), core.expect("an answer").as_bytes());
            // A NUL stands behind it, uncounted.
            assert_eq!(*said.ptr.add(said.len), 0);
        } else {
            let (mut told, mut count) = (InsurantStatus::Ok, 0);
            assert_eq!(
                insurant_error_status(err, &raw mut told),
                InsurantStatus::Ok
            );
            assert_eq!(told, status);
            assert_eq!(
                insurant_error_count(err, &raw mut count),
                InsurantStatus::Ok
            );
            assert!(count > 0);
            assert_eq!(insurant_error_text(err, &raw mut said), InsurantStatus::Ok);
            assert!(std::str::from_utf8(bytes(said)).is_ok());
        }
        insurant_text_free(answer);
        insurant_error_free(err);
    }
});
