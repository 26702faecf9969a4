//! The columns of a table, read off its schema.

use super::abi::ArrowSchema;
use super::place::{DEEPEST, MOST_COLUMNS, released, unlike, wrong};
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use insurant_rules::{Problem, Problems};
use std::collections::HashMap;
use std::ffi::c_char;
use std::sync::Arc;

/// Names and formats are not longer than this.
const LONGEST_TEXT: usize = 1 << 16;
/// The most pairs of metadata.
const MOST_PAIRS: i32 = 1 << 16;
/// The most bytes of a key or a value of metadata.
const MOST_METADATA: i32 = 1 << 26;

/// The columns that are read, and where they are.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    pub(super) schema: SchemaRef,
    /// By column, its position among the children of each batch.
    pub(super) children: Vec<usize>,
    /// How many children a batch has.
    pub(super) width: usize,
}

impl Columns {
    /// Reads the schema of a table. Columns whose names begin with `_` are the host's own and are left
    /// where they are, whatever they hold.
    ///
    /// # Safety
    /// What the schema points to is as Arrow has it, or NULL.
    pub(super) unsafe fn read(schema: &ArrowSchema, path: &str) -> Result<Self, Problems> {
        // SAFETY: the caller's promise.
        let children = unsafe { table(schema, path) }?;
        let mut columns = Self {
            schema: Arc::new(Schema::empty()),
            children: Vec::new(),
            width: children.len(),
        };
        let mut fields = Vec::new();
        let mut problems = Problems::new();
        for (position, child) in children.into_iter().enumerate() {
            let path = format!("{path}.children[{position}]");
            // SAFETY: the caller's promise.
            match unsafe { column(child, &path) } {
                Ok(Some(field)) => {
                    fields.push(field);
                    columns.children.push(position);
                }
                Ok(None) => {}
                Err(problem) => problems.push(problem),
            }
        }
        columns.schema = Arc::new(Schema::new(fields));
        problems.or(columns)
    }
}

/// The schema of a table with every column, read or not.
///
/// # Safety
/// As [`Columns::read`].
pub(super) unsafe fn complete(schema: &ArrowSchema, path: &str) -> Result<Schema, Problem> {
    // SAFETY: the caller's promise.
    unsafe {
        table(schema, path)?;
        Walk::new(path).whole(schema, path, DEEPEST)?;
    }
    Schema::try_from(twin(schema)).map_err(|error| unknown(path, &error))
}

/// The schema as the crate that exports it has it.
fn twin(schema: &ArrowSchema) -> &FFI_ArrowSchema {
    // SAFETY: the structs are the same by Arrow's own definition.
    unsafe { &*std::ptr::from_ref(schema).cast::<FFI_ArrowSchema>() }
}

fn unknown(path: &str, error: &dyn std::fmt::Display) -> Problem {
    let message = format!("no format of Arrow that is known: {error}");
    wrong(format!("{path}.format"), message)
}

/// The columns of a table: a struct that is whole.
///
/// # Safety
/// As [`Columns::read`].
unsafe fn table<'a>(schema: &ArrowSchema, path: &str) -> Result<Vec<&'a ArrowSchema>, Problem> {
    if schema.release.is_none() {
        return Err(released(path));
    }
    // SAFETY: the caller's promise.
    let format = unsafe { text(schema.format, &format!("{path}.format")) }?;
    match format {
        Some("+s") => {}
        None => return Err(wrong(format!("{path}.format"), "there is no format")),
        Some(other) => {
            let path = format!("{path}.format");
            return Err(unlike(path, "it is no table", format!("`{other}`"), "`+s`")
                .remedy("hand over batches: arrays of structs, one child a column"));
        }
    }
    if !schema.dictionary.is_null() {
        return Err(wrong(
            format!("{path}.dictionary"),
            "a table has no dictionary",
        ));
    }
    // SAFETY: the caller's promise.
    unsafe { children(schema, path) }
}

/// A column; `None` for one of the host's own.
///
/// # Safety
/// As [`Columns::read`].
unsafe fn column(schema: &ArrowSchema, path: &str) -> Result<Option<Field>, Problem> {
    // SAFETY: the caller's promise.
    let name = unsafe { text(schema.name, &format!("{path}.name")) }?.unwrap_or_default();
    if name.starts_with('_') {
        return Ok(None);
    }
    // SAFETY: the caller's promise.
    unsafe { Walk::new(path).whole(schema, path, DEEPEST) }?;
    // Only now that what it points to was looked at.
    let ty = DataType::try_from(twin(schema)).map_err(|error| unknown(path, &error))?;
    bounded(&ty, path)?;
    // SAFETY: the caller's promise.
    let metadata = unsafe { metadata(schema.metadata, &format!("{path}.metadata")) }?;
    Ok(Some(Field::new(name, ty, true).with_metadata(metadata)))
}

/// Whether a decimal is one.
fn bounded(ty: &DataType, path: &str) -> Result<(), Problem> {
    let (precision, scale, most) = match ty {
        DataType::Decimal32(precision, scale) => (*precision, *scale, 9),
        DataType::Decimal64(precision, scale) => (*precision, *scale, 18),
        DataType::Decimal128(precision, scale) => (*precision, *scale, 38),
        DataType::Dictionary(_, values) => {
            return bounded(values, &format!("{path}.dictionary"));
        }
        _ => return Ok(()),
    };
    if (1..=most).contains(&precision) && i16::from(scale) <= i16::from(most) {
        return Ok(());
    }
    Err(unlike(
        format!("{path}.format"),
        "no decimal is like that",
        format!("{precision} digits, {scale} of them decimals"),
        format!("1 to {most} digits"),
    ))
}

/// Looks at a type and all below it.
struct Walk<'p> {
    /// Where it began.
    top: &'p str,
    /// How many there may still be.
    left: i64,
}

impl<'p> Walk<'p> {
    const fn new(top: &'p str) -> Self {
        Self {
            top,
            left: MOST_COLUMNS,
        }
    }

    /// # Safety
    /// As [`Columns::read`].
    unsafe fn whole(
        &mut self,
        schema: &ArrowSchema,
        path: &str,
        deep: usize,
    ) -> Result<(), Problem> {
        self.left -= 1;
        if deep == 0 || self.left < 0 {
            return Err(wrong(self.top, "the type is nested too deeply"));
        }
        if schema.release.is_none() {
            return Err(released(path));
        }
        // SAFETY: the caller's promise.
        let (format, _, children, _) = unsafe {
            (
                text(schema.format, &format!("{path}.format"))?,
                text(schema.name, &format!("{path}.name"))?,
                children(schema, path)?,
                metadata(schema.metadata, &format!("{path}.metadata"))?,
            )
        };
        let Some(format) = format else {
            return Err(wrong(format!("{path}.format"), "there is no format"));
        };
        if let Some(expected) = children_of(format)
            && children.len() != expected
        {
            return Err(unlike(
                format!("{path}.n_children"),
                format!("the format `{format}` has another number of children"),
                children.len(),
                expected.to_string(),
            ));
        }
        for (position, child) in children.into_iter().enumerate() {
            let path = format!("{path}.children[{position}]");
            // SAFETY: the caller's promise.
            unsafe { self.whole(child, &path, deep - 1) }?;
        }
        // SAFETY: NULL or a struct, by the caller's promise.
        let Some(dictionary) = (unsafe { schema.dictionary.as_ref() }) else {
            return Ok(());
        };
        let path = format!("{path}.dictionary");
        if !["c", "C", "s", "S", "i", "I", "l", "L"].contains(&format) {
            return Err(unlike(
                path,
                "only whole numbers are keys of a dictionary",
                format!("`{format}`"),
                "one of c, C, s, S, i, I, l, L",
            ));
        }
        // SAFETY: the caller's promise.
        unsafe { self.whole(dictionary, &path, deep - 1) }
    }
}

/// How many children a format has; `None` when it says so itself.
fn children_of(format: &str) -> Option<usize> {
    match format {
        "+l" | "+L" | "+vl" | "+vL" | "+m" => Some(1),
        "+r" => Some(2),
        _ if format.starts_with("+w:") => Some(1),
        _ if format.starts_with('+') => None,
        _ => Some(0),
    }
}

/// # Safety
/// As [`Columns::read`].
unsafe fn children<'a>(schema: &ArrowSchema, path: &str) -> Result<Vec<&'a ArrowSchema>, Problem> {
    let count = schema.n_children;
    let Some(len) = usize::try_from(count)
        .ok()
        .filter(|_| count <= MOST_COLUMNS)
    else {
        return Err(unlike(
            format!("{path}.n_children"),
            "no table has as many columns",
            count,
            format!("0 to {MOST_COLUMNS}"),
        ));
    };
    if len > 0 && schema.children.is_null() {
        return Err(wrong(format!("{path}.children"), "it is NULL"));
    }
    let child = |position| {
        // SAFETY: not NULL and within its length, by the caller's promise.
        let child = unsafe { schema.children.add(position).read_unaligned() };
        // SAFETY: NULL or a struct, by the caller's promise.
        unsafe { child.as_ref() }
            .ok_or_else(|| wrong(format!("{path}.children[{position}]"), "it is NULL"))
    };
    (0..len).map(child).collect()
}

/// A text that ends with a NUL; `None` when there is none.
///
/// # Safety
/// `pointer` is NULL or points to bytes of which one is NUL.
pub(super) unsafe fn text<'a>(
    pointer: *const c_char,
    path: &str,
) -> Result<Option<&'a str>, Problem> {
    if pointer.is_null() {
        return Ok(None);
    }
    // SAFETY: bytes up to the NUL, by the caller's promise.
    let len = (0..LONGEST_TEXT).find(|&at| unsafe { pointer.add(at).read() } == 0);
    let Some(len) = len else {
        return Err(wrong(path, "the text is too long"));
    };
    // SAFETY: as many bytes were read above.
    let bytes = unsafe { std::slice::from_raw_parts(pointer.cast::<u8>(), len) };
    let text = std::str::from_utf8(bytes).map_err(|_| wrong(path, "the text is not UTF-8"))?;
    Ok(Some(text))
}

/// Metadata: a count, then each key and value with its length before it, all in the order of the
/// machine. What is no UTF-8 is of no concern here, and left out.
///
/// # Safety
/// `pointer` is NULL or points to metadata.
unsafe fn metadata(pointer: *const c_char, path: &str) -> Result<HashMap<String, String>, Problem> {
    let mut found = HashMap::new();
    if pointer.is_null() {
        return Ok(found);
    }
    let mut cursor = Cursor {
        next: pointer.cast(),
        path,
    };
    // SAFETY: the caller's promise.
    let pairs = unsafe { cursor.number(MOST_PAIRS) }?;
    for _ in 0..pairs {
        // SAFETY: as many pairs follow, by the caller's promise.
        let (key, value) = unsafe { (cursor.bytes()?, cursor.bytes()?) };
        if let (Ok(key), Ok(value)) = (std::str::from_utf8(key), std::str::from_utf8(value)) {
            found.insert(key.to_owned(), value.to_owned());
        }
    }
    Ok(found)
}

/// Reads on in metadata.
struct Cursor<'p> {
    next: *const u8,
    path: &'p str,
}

impl Cursor<'_> {
    /// # Safety
    /// A number is next.
    unsafe fn number(&mut self, most: i32) -> Result<usize, Problem> {
        // SAFETY: the caller's promise.
        let number = unsafe { self.next.cast::<i32>().read_unaligned() };
        // SAFETY: behind what was read.
        self.next = unsafe { self.next.add(size_of::<i32>()) };
        let number = usize::try_from(number).map_err(|_| number);
        let valid = number.and_then(|number| match i32::try_from(number) {
            Ok(small) if small > most => Err(small),
            _ => Ok(number),
        });
        valid.map_err(|number| {
            let message = "no metadata has this length";
            unlike(self.path, message, number, format!("0 to {most}"))
        })
    }

    /// # Safety
    /// A number is next, and as many bytes behind it.
    unsafe fn bytes<'a>(&mut self) -> Result<&'a [u8], Problem> {
        // SAFETY: the caller's promise.
        unsafe {
            let len = self.number(MOST_METADATA)?;
            let bytes = std::slice::from_raw_parts(self.next, len);
            self.next = self.next.add(len);
            Ok(bytes)
        }
    }
}
