//! A column of a batch: its buffers looked at, then read where they lie.

use super::abi::{ArrowArray, Owned};
use super::place::{MOST, released, unlike, wrong};
use arrow_array::{ArrayRef, make_array};
use arrow_buffer::{BooleanBuffer, Buffer, NullBuffer};
use arrow_data::ArrayData;
use arrow_schema::DataType;
use insurant_rules::Problem;
use std::ptr::NonNull;
use std::sync::Arc;

/// How the buffers of a type lie, behind that of what is null.
enum Layout {
    /// No buffer at all, not even that one.
    Nothing,
    Bits,
    /// Values of as many bytes.
    Fixed(usize),
    /// Offsets of as many bytes, then the text.
    Text(usize),
    /// Views, then any number of buffers of text, then their lengths.
    Views,
}

impl Layout {
    fn of(ty: &DataType) -> Option<Self> {
        Some(match ty {
            DataType::Null => Self::Nothing,
            DataType::Boolean => Self::Bits,
            DataType::Utf8 => Self::Text(size_of::<i32>()),
            DataType::LargeUtf8 => Self::Text(size_of::<i64>()),
            DataType::Utf8View => Self::Views,
            DataType::Dictionary(keys, _) => Self::Fixed(keys.primitive_width()?),
            ty => Self::Fixed(ty.primitive_width()?),
        })
    }

    const fn buffers(&self) -> usize {
        match self {
            Self::Nothing => 0,
            Self::Bits | Self::Fixed(_) => 2,
            Self::Text(_) | Self::Views => 3,
        }
    }
}

/// Reads a column without copying it: it is released when nobody needs it any more.
///
/// # Safety
/// What the array points to is as Arrow has it for this type, or NULL.
pub(super) unsafe fn column(
    array: Owned<ArrowArray>,
    ty: &DataType,
    path: &str,
) -> Result<ArrayRef, Problem> {
    let owner = Arc::new(array);
    // SAFETY: the caller's promise.
    let data = unsafe { data(owner.get(), &owner, ty, path) }?;
    Ok(make_array(data))
}

/// # Safety
/// As [`column`]; `array` belongs to `owner`.
unsafe fn data(
    array: &ArrowArray,
    owner: &Arc<Owned<ArrowArray>>,
    ty: &DataType,
    path: &str,
) -> Result<ArrayData, Problem> {
    let Some(layout) = Layout::of(ty) else {
        return Err(unlike(path, "no column has this type", ty, "a plain type"));
    };
    let rows = Rows::of(array, path)?;
    // SAFETY: the caller's promise.
    let buffers = unsafe { Buffers::of(array, owner, &layout, path) }?;
    if array.n_children != 0 {
        let path = format!("{path}.n_children");
        return Err(unlike(path, "a column has none", array.n_children, "0"));
    }
    // SAFETY: the caller's promise.
    let values = match (ty, unsafe { array.dictionary.as_ref() }) {
        (DataType::Dictionary(_, values), Some(dictionary)) => {
            let path = format!("{path}.dictionary");
            if dictionary.release.is_none() {
                return Err(released(&path));
            }
            // SAFETY: the caller's promise.
            Some(unsafe { data(dictionary, owner, values, &path) }?)
        }
        (DataType::Dictionary(..), None) => {
            let path = format!("{path}.dictionary");
            return Err(wrong(
                path,
                "the column is of keys, and what they stand for is NULL",
            ));
        }
        (_, Some(_)) => {
            let path = format!("{path}.dictionary");
            return Err(wrong(path, "the schema says of no dictionary"));
        }
        (_, None) => None,
    };
    // SAFETY: the caller's promise.
    let nulls = unsafe { buffers.nulls(array, &rows) }?;
    if rows.length == 0 && values.is_none() {
        // Of nothing the buffers may be anything.
        return Ok(ArrayData::new_empty(ty));
    }
    // SAFETY: the caller's promise.
    let read = unsafe { buffers.values(&layout, rows.end()) }?;
    let data = ArrayData::builder(ty.clone())
        .len(rows.length)
        .offset(rows.offset)
        .nulls(nulls)
        .buffers(read)
        .child_data(values.into_iter().collect())
        // Some hosts lay decimals by 8 bytes.
        .align_buffers(true);
    // This looks at everything in the buffers: offsets, keys, UTF-8.
    data.build().map_err(|error| {
        wrong(
            path,
            format!("the values are not as the type has them: {error}"),
        )
    })
}

/// Which values of the buffers are the array's.
pub(super) struct Rows {
    pub(super) offset: usize,
    pub(super) length: usize,
}

impl Rows {
    pub(super) fn of(array: &ArrowArray, path: &str) -> Result<Self, Problem> {
        let number = |name: &str, number: i64| {
            let valid = usize::try_from(number).ok().filter(|_| number <= MOST);
            valid.ok_or_else(|| {
                let path = format!("{path}.{name}");
                unlike(
                    path,
                    format!("no array has this {name}"),
                    number,
                    format!("0 to {MOST}"),
                )
            })
        };
        let rows = Self {
            offset: number("offset", array.offset)?,
            length: number("length", array.length)?,
        };
        if !(-1..=array.length).contains(&array.null_count) {
            return Err(unlike(
                format!("{path}.null_count"),
                "as many values cannot be null",
                array.null_count,
                format!("0 to {}, or -1 for not counted", array.length),
            ));
        }
        Ok(rows)
    }

    pub(super) const fn end(&self) -> usize {
        self.offset.saturating_add(self.length)
    }
}

/// The buffers of an array.
pub(super) struct Buffers<'a> {
    owner: &'a Arc<Owned<ArrowArray>>,
    pointers: Vec<Option<NonNull<u8>>>,
    path: &'a str,
}

impl<'a> Buffers<'a> {
    /// # Safety
    /// As [`column`].
    unsafe fn of(
        array: &ArrowArray,
        owner: &'a Arc<Owned<ArrowArray>>,
        layout: &Layout,
        path: &'a str,
    ) -> Result<Self, Problem> {
        let least = layout.buffers();
        let views = matches!(layout, Layout::Views);
        // SAFETY: the caller's promise.
        let pointers = unsafe { pointers(array, least, views, path) }?;
        Ok(Self {
            owner,
            pointers,
            path,
        })
    }

    fn get(&self, at: usize) -> Option<NonNull<u8>> {
        self.pointers.get(at).copied().flatten()
    }

    fn null(&self, at: usize, why: &str) -> Problem {
        wrong(
            format!("{}.buffers[{at}]", self.path),
            format!("it is NULL, and {why}"),
        )
    }

    /// A buffer of as many bytes, where it lies.
    ///
    /// # Safety
    /// The buffer has as many bytes, unless it is NULL.
    unsafe fn buffer(&self, at: usize, bytes: usize) -> Result<Buffer, Problem> {
        if bytes == 0 {
            return Ok(Buffer::from_vec(Vec::<u8>::new()));
        }
        let start = self
            .get(at)
            .ok_or_else(|| self.null(at, "there are values"))?;
        let owner = Arc::clone(self.owner);
        // SAFETY: the caller's promise; the owner releases it when the last who reads it is gone.
        Ok(unsafe { Buffer::from_custom_allocation(start, bytes, owner) })
    }

    /// What is null.
    ///
    /// # Safety
    /// The first buffer is as Arrow has it.
    unsafe fn nulls(&self, array: &ArrowArray, rows: &Rows) -> Result<Option<NullBuffer>, Problem> {
        if self.pointers.is_empty() {
            return Ok(None);
        }
        if self.get(0).is_none() {
            if array.null_count > 0 {
                return Err(self.null(0, "some values are null"));
            }
            return Ok(None);
        }
        // SAFETY: the caller's promise.
        let bits = unsafe { self.buffer(0, rows.end().div_ceil(8)) }?;
        let nulls = NullBuffer::new(BooleanBuffer::new(bits, rows.offset, rows.length));
        let counted = i64::try_from(nulls.null_count()).unwrap_or(i64::MAX);
        if array.null_count >= 0 && array.null_count != counted {
            return Err(unlike(
                format!("{}.null_count", self.path),
                "another number of values is null",
                array.null_count,
                counted.to_string(),
            ));
        }
        Ok(Some(nulls).filter(|_| counted > 0))
    }

    /// The other buffers, of so many values.
    ///
    /// # Safety
    /// They are as Arrow has them for the layout.
    unsafe fn values(&self, layout: &Layout, end: usize) -> Result<Vec<Buffer>, Problem> {
        // SAFETY: the caller's promise, in each arm.
        unsafe {
            Ok(match *layout {
                Layout::Nothing => Vec::new(),
                Layout::Bits => vec![self.buffer(1, end.div_ceil(8))?],
                Layout::Fixed(width) => vec![self.buffer(1, end.saturating_mul(width))?],
                Layout::Text(width) => {
                    let offsets = self.buffer(1, end.saturating_add(1).saturating_mul(width))?;
                    let text = self.length(1, offsets.as_ptr().add(end * width), width)?;
                    vec![offsets, self.buffer(2, text)?]
                }
                Layout::Views => self.views(end)?,
            })
        }
    }

    /// # Safety
    /// As [`Self::values`].
    unsafe fn views(&self, end: usize) -> Result<Vec<Buffer>, Problem> {
        let last = self.pointers.len().saturating_sub(1);
        let texts = last.saturating_sub(2);
        let width = size_of::<i64>();
        // SAFETY: the caller's promise.
        unsafe {
            let mut buffers = vec![self.buffer(1, end.saturating_mul(size_of::<u128>()))?];
            let lengths = self.buffer(last, texts * width)?;
            for text in 0..texts {
                let bytes = self.length(last, lengths.as_ptr().add(text * width), width)?;
                buffers.push(self.buffer(2 + text, bytes)?);
            }
            Ok(buffers)
        }
    }

    /// A length that stands in a buffer.
    ///
    /// # Safety
    /// As many bytes are there.
    unsafe fn length(&self, at: usize, place: *const u8, width: usize) -> Result<usize, Problem> {
        // SAFETY: the caller's promise.
        let length = unsafe {
            match width {
                4 => i64::from(place.cast::<i32>().read_unaligned()),
                _ => place.cast::<i64>().read_unaligned(),
            }
        };
        let valid = usize::try_from(length).ok().filter(|_| length <= MOST);
        valid.ok_or_else(|| {
            let path = format!("{}.buffers[{at}]", self.path);
            unlike(
                path,
                "no buffer has this length",
                length,
                format!("0 to {MOST}"),
            )
        })
    }
}

/// Where the buffers of an array are: as many as said, or more if the format allows.
///
/// # Safety
/// As [`column`].
pub(super) unsafe fn pointers(
    array: &ArrowArray,
    least: usize,
    or_more: bool,
    path: &str,
) -> Result<Vec<Option<NonNull<u8>>>, Problem> {
    const MOST_BUFFERS: usize = 1 << 20;
    let most = if or_more { MOST_BUFFERS } else { least };
    let count = usize::try_from(array.n_buffers).ok();
    let Some(count) = count.filter(|count| (least..=most).contains(count)) else {
        return Err(unlike(
            format!("{path}.n_buffers"),
            "the format has another number of buffers",
            array.n_buffers,
            if or_more {
                format!("{least} or more")
            } else {
                least.to_string()
            },
        ));
    };
    if count > 0 && array.buffers.is_null() {
        return Err(wrong(format!("{path}.buffers"), "it is NULL"));
    }
    let pointer = |at| {
        // SAFETY: not NULL and within its length, by the caller's promise.
        let buffer = unsafe { array.buffers.add(at).read_unaligned() };
        NonNull::new(buffer.cast_mut().cast::<u8>())
    };
    Ok((0..count).map(pointer).collect())
}
