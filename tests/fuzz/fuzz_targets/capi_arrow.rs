//! A portfolio over Arrow's C interface by a producer that may do anything wrong that can be seen: the
//! structs say what the input says, but a buffer is never shorter than they say, since that is the
//! producer's promise. Whatever is answered, each struct was released once, and two threads answer as one.
//!
//! The input is decisions, a byte each; those behind the end are 0, which is always the sound choice.
#![no_main]

use insurant_c::*;
use libfuzzer_sys::fuzz_target;
use std::ffi::{CString, c_char, c_int, c_void};
use std::ptr::{null, null_mut};
use std::sync::LazyLock;

const AS_OF: i32 = 19_905;
/// Each buffer has room for as many values of 16 bytes, whatever its array says of itself.
const ROOM: usize = 64;
/// The pointers of an array to its buffers, whatever it says of their number.
const POINTERS: usize = 9;

#[repr(C)]
struct Schema {
    format: *const c_char,
    name: *const c_char,
    metadata: *const c_char,
    flags: i64,
    n_children: i64,
    children: *mut *mut Schema,
    dictionary: *mut Schema,
    release: Option<unsafe extern "C" fn(*mut Schema)>,
    keep: *mut Keep<Schema>,
}

#[repr(C)]
struct Array {
    length: i64,
    null_count: i64,
    offset: i64,
    n_buffers: i64,
    n_children: i64,
    buffers: *mut *const c_void,
    children: *mut *mut Array,
    dictionary: *mut Array,
    release: Option<unsafe extern "C" fn(*mut Array)>,
    keep: *mut Keep<Array>,
}

/// What belongs to a struct, and how often it was released.
struct Keep<T> {
    released: u32,
    below: Vec<*mut T>,
}

#[repr(C)]
struct Stream {
    get_schema: Option<unsafe extern "C" fn(*mut Stream, *mut Schema) -> c_int>,
    get_next: Option<unsafe extern "C" fn(*mut Stream, *mut Array) -> c_int>,
    get_last_error: Option<unsafe extern "C" fn(*mut Stream) -> *const c_char>,
    release: Option<unsafe extern "C" fn(*mut Stream)>,
    state: *mut State,
}

struct State {
    schema: *mut Schema,
    batches: Vec<*mut Array>,
    fails: bool,
    released: u32,
}

macro_rules! release {
    ($name:ident, $ty:ident) => {
        unsafe extern "C" fn $name(host: *mut $ty) {
            // SAFETY: whoever releases a struct has one of those made here, by itself or moved.
            unsafe {
                assert!((*host).release.take().is_some(), "released twice");
                let keep = &mut *(*host).keep;
                keep.released += 1;
                for &below in &keep.below {
                    if let Some(release) = (*below).release {
                        release(below);
                    }
                }
            }
        }
    };
}
release!(release_schema, Schema);
release!(release_array, Array);

unsafe extern "C" fn get_schema(stream: *mut Stream, out: *mut Schema) -> c_int {
    // SAFETY: the stream is one of those made here; its schema is moved.
    unsafe {
        let state = &mut *(*stream).state;
        out.copy_from_nonoverlapping(state.schema, 1);
        (*state.schema).release = None;
    }
    0
}

unsafe extern "C" fn get_next(stream: *mut Stream, out: *mut Array) -> c_int {
    // SAFETY: as above; a batch is moved.
    unsafe {
        let state = &mut *(*stream).state;
        match state.batches.pop() {
            Some(batch) => {
                out.copy_from_nonoverlapping(batch, 1);
                (*batch).release = None;
            }
            None if state.fails => return 5,
            None => out.write_bytes(0, 1),
        }
    }
    0
}

unsafe extern "C" fn release_stream(stream: *mut Stream) {
    // SAFETY: as above.
    unsafe {
        assert!((*stream).release.take().is_some(), "released twice");
        let state = &mut *(*stream).state;
        state.released += 1;
        if let Some(release) = (*state.schema).release {
            release(state.schema);
        }
        for &batch in &state.batches {
            if let Some(release) = (*batch).release {
                release(batch);
            }
        }
    }
}

struct Rules(*mut InsurantRules);

// SAFETY: rules never change, and any number of threads may use them at once.
unsafe impl Send for Rules {}
// SAFETY: as above.
unsafe impl Sync for Rules {}

fn text(text: &str) -> InsurantStr {
    InsurantStr {
        ptr: text.as_ptr(),
        len: text.len(),
    }
}

static RULES: LazyLock<Rules> = LazyLock::new(|| {
    let (mut engine, mut rules) = (null_mut(), null_mut());
    let measures = [text("annual_premium"), text("loss_ratio(12m)")];
    // SAFETY: the outputs are writable and the texts live.
    unsafe {
        insurant_engine_new(&raw mut engine, null_mut());
        let status = insurant_rules_new(
            engine,
            text("cn-property"),
            AS_OF,
            measures.as_ptr(),
            measures.len(),
            &raw mut rules,
            null_mut(),
        );
        assert_eq!(status, InsurantStatus::Ok);
        insurant_engine_free(engine);
    }
    Rules(rules)
});

/// Columns with the format that suits them, and words for those of text.
const CUSTOMERS: &[(&str, &str, &[&str])] = &[
    ("customer_id", "l", &[]),
    ("kind", "u", &["individual", "organisation", "partner"]),
    ("next_review", "tdD", &[]),
    ("credit", "u", &["good", "fair", "poor", ""]),
];
const POLICIES: &[(&str, &str, &[&str])] = &[
    ("policy_id", "l", &[]),
    ("customer_id", "l", &[]),
    ("line", "u", &["motor", "property", "public liability"]),
    (
        "business_source",
        "u",
        &["direct", "intermediary", "tender"],
    ),
    ("start", "tdD", &[]),
    ("end", "tdD", &[]),
    ("written_premium", "l", &[]),
];
const CLAIMS: &[(&str, &str, &[&str])] = &[
    ("claim_id", "l", &[]),
    ("policy_id", "l", &[]),
    ("loss_date", "tdD", &[]),
    ("status", "u", &["settled", "open", "withdrawn"]),
    ("paid", "l", &[]),
    ("reserve", "l", &[]),
];
const FORMATS: &[&str] = &[
    "l",
    "i",
    "s",
    "c",
    "L",
    "I",
    "u",
    "U",
    "vu",
    "tdD",
    "tdm",
    "tsu:",
    "tsn:",
    "d:19,2",
    "d:9,2,32",
    "d:18,4,64",
    "b",
    "n",
    "g",
    "z",
    "+l",
    "+s",
    "tsu:UTC",
    "w:4",
    "q",
    "",
];

/// Everything that a portfolio is made of, kept until all is released.
#[derive(Default)]
struct Producer<'a> {
    decisions: &'a [u8],
    schemas: Vec<*mut Schema>,
    arrays: Vec<*mut Array>,
    schema_keeps: Vec<*mut Keep<Schema>>,
    array_keeps: Vec<*mut Keep<Array>>,
    states: Vec<*mut State>,
    texts: Vec<CString>,
    buffers: Vec<Vec<u128>>,
    pointers: Vec<Vec<*const c_void>>,
    schema_places: Vec<Vec<*mut Schema>>,
    array_places: Vec<Vec<*mut Array>>,
}

impl Producer<'_> {
    fn decide(&mut self, below: usize) -> usize {
        let (first, rest) = self.decisions.split_first().unwrap_or((&0, &[]));
        self.decisions = rest;
        usize::from(*first) % below
    }

    fn once_in(&mut self, times: usize) -> bool {
        self.decide(times) == times - 1
    }

    fn c_text(&mut self, text: &str) -> *const c_char {
        self.texts.push(CString::new(text).unwrap_or_default());
        self.texts.last().map_or(null(), |text| text.as_ptr())
    }

    /// A number that is almost always what it should be.
    fn number(&mut self, sound: i64) -> i64 {
        if !self.once_in(64) {
            return sound;
        }
        let others = [-1, 0, 1, 2, 3, 4, 5, 8, 40, i64::MIN, i64::MAX, -2];
        others[self.decide(others.len())]
    }

    fn schema(&mut self, name: &str, format: &str, below: Vec<*mut Schema>) -> *mut Schema {
        let mut children = below.clone();
        // Room for whatever number the schema says.
        children.resize(ROOM, null_mut());
        self.schema_places.push(children);
        let children = self
            .schema_places
            .last_mut()
            .map_or(null_mut(), Vec::as_mut_ptr);
        let n_children = i64::try_from(below.len()).unwrap_or(0);
        let keep = Box::into_raw(Box::new(Keep { released: 0, below }));
        self.schema_keeps.push(keep);
        let (format, name) = (self.c_text(format), self.c_text(name));
        let schema = Schema {
            format: if self.once_in(64) { null() } else { format },
            name: if self.once_in(64) { null() } else { name },
            metadata: null(),
            flags: 2,
            n_children: self.number(n_children),
            children: if self.once_in(64) {
                null_mut()
            } else {
                children
            },
            dictionary: null_mut(),
            release: Some(release_schema),
            keep,
        };
        let schema = Box::into_raw(Box::new(schema));
        self.schemas.push(schema);
        schema
    }

    fn array(
        &mut self,
        rows: usize,
        buffers: Vec<*const c_void>,
        below: Vec<*mut Array>,
    ) -> *mut Array {
        let n_buffers = i64::try_from(buffers.len()).unwrap_or(0);
        let mut pointers = buffers;
        if self.once_in(32) {
            let at = self.decide(pointers.len().max(1));
            if let Some(pointer) = pointers.get_mut(at) {
                *pointer = null();
            }
        }
        pointers.resize(POINTERS, null());
        self.pointers.push(pointers);
        let pointers = self.pointers.last_mut().map_or(null_mut(), Vec::as_mut_ptr);
        let mut children = below.clone();
        children.resize(ROOM, null_mut());
        self.array_places.push(children);
        let children = self
            .array_places
            .last_mut()
            .map_or(null_mut(), Vec::as_mut_ptr);
        let n_children = i64::try_from(below.len()).unwrap_or(0);
        let keep = Box::into_raw(Box::new(Keep { released: 0, below }));
        self.array_keeps.push(keep);
        let length = i64::try_from(rows).unwrap_or(0);
        // 40 of `number` may be both: a buffer has room for less than 64.
        let (length, mut offset) = (self.number(length), self.number(0));
        if (20..1000).contains(&length) {
            offset = offset.min(8);
        }
        let n_buffers = match self.number(n_buffers) {
            40 => 9,
            n_buffers => n_buffers,
        };
        let counted = if self.once_in(2) { -1 } else { 0 };
        let array = Array {
            length,
            null_count: self.number(counted),
            offset,
            n_buffers,
            n_children: self.number(n_children),
            buffers: if self.once_in(64) {
                null_mut()
            } else {
                pointers
            },
            children: if self.once_in(64) {
                null_mut()
            } else {
                children
            },
            dictionary: null_mut(),
            release: Some(release_array),
            keep,
        };
        let array = Box::into_raw(Box::new(array));
        self.arrays.push(array);
        array
    }

    fn buffer(&mut self, bytes: &[u8]) -> *const c_void {
        let mut buffer = vec![0_u128; ROOM];
        for (place, chunk) in buffer.iter_mut().zip(bytes.chunks(16)) {
            let mut all = [0; 16];
            all[..chunk.len()].copy_from_slice(chunk);
            *place = u128::from_le_bytes(all);
        }
        self.buffers.push(buffer);
        self.buffers
            .last()
            .map_or(null(), |buffer| buffer.as_ptr().cast())
    }

    fn validity(&mut self) -> *const c_void {
        if !self.once_in(4) {
            return null();
        }
        let bytes: Vec<u8> = (0..8).map(|_| !(self.decide(256) as u8)).collect();
        self.buffer(&bytes)
    }

    /// Values of a width, small ones but for some.
    fn values(&mut self, width: usize, rows: usize, base: i64) -> *const c_void {
        let mut bytes = Vec::new();
        for row in 0..rows {
            let mut value = base + row as i64;
            if self.once_in(16) {
                let others = [
                    0,
                    -1,
                    i64::MAX,
                    i64::MIN,
                    1 << 40,
                    1_720_000_000_000_000,
                    99,
                    7,
                ];
                value = others[self.decide(others.len())];
            }
            let wide = i128::from(value).to_le_bytes();
            bytes.extend(&wide[..width]);
        }
        self.buffer(&bytes)
    }

    fn words(&mut self, words: &[&str], rows: usize, width: usize) -> [*const c_void; 2] {
        let (mut ends, mut bytes) = (vec![0_u8; width], Vec::<u8>::new());
        for _ in 0..rows {
            let word = words
                .get(self.decide(words.len().max(1)))
                .copied()
                .unwrap_or("x");
            bytes.extend(word.as_bytes());
            let mut end = bytes.len() as i64;
            if self.once_in(48) {
                // Never beyond the room of the text, of which it would be the length.
                end = [-1, 0, 900, 3][self.decide(4)];
            }
            ends.extend(&end.to_le_bytes()[..width]);
        }
        // Behind them nothing leads further than the text.
        ends.extend((0..8).flat_map(|_| 0_i64.to_le_bytes()));
        if self.once_in(32) && !bytes.is_empty() {
            let at = self.decide(bytes.len());
            bytes[at] = 0xff;
        }
        [self.buffer(&ends), self.buffer(&bytes)]
    }

    fn views(&mut self, words: &[&str], rows: usize) -> [*const c_void; 3] {
        let (mut views, mut bytes) = (Vec::<u8>::new(), Vec::<u8>::new());
        for _ in 0..rows {
            let word = words
                .get(self.decide(words.len().max(1)))
                .copied()
                .unwrap_or("x");
            let mut view = [0_u8; 16];
            view[..4].copy_from_slice(&(word.len() as u32).to_le_bytes());
            if word.len() <= 12 {
                view[4..4 + word.len()].copy_from_slice(word.as_bytes());
            } else {
                view[4..8].copy_from_slice(&word.as_bytes()[..4]);
                view[12..].copy_from_slice(&(bytes.len() as u32).to_le_bytes());
                bytes.extend(word.as_bytes());
            }
            if self.once_in(24) {
                let at = self.decide(16);
                view[at] = self.decide(256) as u8;
            }
            views.extend(view);
        }
        let length = [bytes.len() as i64, 0, -1, i64::MAX, 1000]
            [if self.once_in(32) { self.decide(5) } else { 0 }];
        [
            self.buffer(&views),
            self.buffer(&bytes),
            self.buffer(&length.to_le_bytes()),
        ]
    }

    /// A column of a format, and its type.
    fn column(
        &mut self,
        name: &str,
        format: &str,
        words: &[&str],
        rows: usize,
        base: i64,
    ) -> (*mut Schema, *mut Array) {
        let own = ["_", name][usize::from(!self.once_in(64))];
        let valid = self.validity();
        let mut below = (Vec::new(), Vec::new());
        let buffers = match format {
            "u" | "z" => [&[valid][..], &self.words(words, rows, 4)].concat(),
            "U" => [&[valid][..], &self.words(words, rows, 8)].concat(),
            "vu" => [&[valid][..], &self.views(words, rows)].concat(),
            "n" | "" | "q" => Vec::new(),
            "+l" => {
                let (schema, array) = self.column("item", "l", &[], rows, 0);
                below = (vec![schema], vec![array]);
                vec![valid, self.values(4, rows, 0)]
            }
            "b" => vec![valid, self.values(1, 8, base)],
            "c" => vec![valid, self.values(1, rows, base)],
            "s" => vec![valid, self.values(2, rows, base)],
            "i" | "I" | "tdD" | "d:9,2,32" | "w:4" => vec![valid, self.values(4, rows, base)],
            "d:19,2" => vec![valid, self.values(16, rows, base)],
            _ => vec![valid, self.values(8, rows, base)],
        };
        let schema = self.schema(own, format, below.0);
        let array = self.array(rows, buffers, below.1);
        (schema, array)
    }

    /// The same with the words in a dictionary.
    fn coded(&mut self, name: &str, words: &[&str], rows: usize) -> (*mut Schema, *mut Array) {
        let (values, dictionary) = self.column("", "u", words, words.len(), 0);
        let keys: Vec<u8> = (0..rows)
            .map(|_| self.decide(words.len() + 1) as u8)
            .collect();
        let valid = self.validity();
        let buffers = vec![valid, self.buffer(&keys)];
        let (schema, array) = (
            self.schema(name, "c", Vec::new()),
            self.array(rows, buffers, Vec::new()),
        );
        // SAFETY: all were made above, and nobody else has them yet.
        unsafe {
            (*schema).dictionary = values;
            (*(*schema).keep).below.push(values);
            if !self.once_in(32) {
                (*array).dictionary = dictionary;
            }
            (*(*array).keep).below.push(dictionary);
        }
        (schema, array)
    }

    fn table(&mut self, columns: &[(&str, &str, &[&str])], rows: usize) -> Stream {
        let mut children = (Vec::new(), Vec::new());
        for &(name, format, words) in columns {
            let base = match format {
                "tdD" if name == "end" => 20_100,
                "tdD" => 19_750,
                _ => 1,
            };
            let (schema, array) = if !words.is_empty() && self.once_in(3) {
                self.coded(name, words, rows)
            } else if self.once_in(12) {
                let other = FORMATS[self.decide(FORMATS.len())];
                self.column(name, other, words, rows, base)
            } else {
                self.column(name, format, words, rows, base)
            };
            if self.once_in(64) {
                // SAFETY: made above; released by its own function, which leaves it where it is.
                unsafe { release_array(array) };
            }
            children.0.push(schema);
            children.1.push(array);
        }
        let schema = self.schema("", "+s", children.0);
        let valid = self.validity();
        let batch = self.array(rows, vec![valid], children.1);
        let state = Box::into_raw(Box::new(State {
            schema,
            batches: vec![batch],
            fails: self.once_in(32),
            released: 0,
        }));
        self.states.push(state);
        Stream {
            get_schema: Some(get_schema),
            get_next: Some(get_next),
            get_last_error: None,
            release: Some(release_stream),
            state,
        }
    }

    /// Frees everything; each struct was released once.
    fn end(self) {
        // SAFETY: all were made here by `Box::into_raw`, and nobody has them any more.
        unsafe {
            for keep in self.schema_keeps {
                assert_eq!(Box::from_raw(keep).released, 1, "a schema");
            }
            for keep in self.array_keeps {
                assert_eq!(Box::from_raw(keep).released, 1, "an array");
            }
            for state in self.states {
                assert_eq!(Box::from_raw(state).released, 1, "a stream");
            }
            for schema in self.schemas {
                drop(Box::from_raw(schema));
            }
            for array in self.arrays {
                drop(Box::from_raw(array));
            }
        }
    }
}

/// What is answered, and how many rows.
fn ask(decisions: &[u8], threads: usize) -> (InsurantStatus, Vec<i64>) {
    let mut producer = Producer {
        decisions,
        ..Producer::default()
    };
    let faulty_rows = if producer.once_in(2) { 2 } else { 1 };
    let rows = [3, 1, 0, 12][producer.decide(4)];
    let mut customers = producer.table(CUSTOMERS, rows);
    let mut policies = producer.table(POLICIES, rows);
    let mut claims = producer.table(CLAIMS, rows / 2);
    let options = InsurantArrowOptions {
        size: size_of::<InsurantArrowOptions>(),
        threads,
        whole_numbers: 1,
        faulty_rows,
        valued_on: INSURANT_NO_DAY,
    };
    let mut lengths = Vec::new();
    // SAFETY: the streams are as Arrow has them but for what can be seen; the outputs are writable.
    let status = unsafe {
        let mut out = std::mem::zeroed::<Stream>();
        let mut error = null_mut();
        let status = insurant_rules_assess_arrow(
            RULES.0,
            &raw const options,
            (&raw mut customers).cast(),
            (&raw mut policies).cast(),
            null_mut(),
            (&raw mut claims).cast(),
            null_mut(),
            (&raw mut out).cast(),
            null_mut(),
            &raw mut error,
        );
        assert_ne!(status, InsurantStatus::Panic);
        assert_eq!(status == InsurantStatus::Ok, error.is_null());
        insurant_error_free(error);
        if let (Some(get_next), Some(release)) = (out.get_next, out.release) {
            loop {
                let mut batch = std::mem::zeroed::<Array>();
                assert_eq!(get_next(&raw mut out, &raw mut batch), 0);
                let Some(release) = batch.release else { break };
                lengths.push(batch.length);
                release(&raw mut batch);
            }
            release(&raw mut out);
        }
        status
    };
    producer.end();
    (status, lengths)
}

fuzz_target!(|decisions: &[u8]| {
    let one = ask(decisions, 1);
    if decisions.iter().all(|decision| *decision == 0) {
        assert_eq!(one, (InsurantStatus::Ok, vec![3]), "nothing is wrong");
    }
    if decisions.first().is_some_and(|first| first % 8 == 7) {
        assert_eq!(ask(decisions, 2), one);
    }
});
