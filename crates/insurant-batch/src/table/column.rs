//! Columns of values as Arrow lays them out, and the cells in them.

use super::Cell;
use crate::code;
use arrow_array::cast::AsArray as _;
use arrow_array::types::{
    ArrowDictionaryKeyType, Date32Type, Date64Type, Decimal32Type, Decimal64Type, Decimal128Type,
    Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, Decimal128Array, Int32Array, Int64Array,
    LargeStringArray, RecordBatch, StringArray, StringViewArray, UInt64Array,
};
use arrow_schema::{DataType, TimeUnit};
use insurant_rules::Problem;
use std::ops::Range;

/// Some rows, each column in the shape of its kind.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    columns: Vec<Values>,
    rows: usize,
}

/// The values of a column.
#[derive(Debug, Clone)]
pub(crate) enum Values {
    Text(StringArray),
    Large(LargeStringArray),
    View(StringViewArray),
    /// Whole numbers of ten to the power of minus this.
    Integer(Int64Array, u32),
    Unsigned(UInt64Array, u32),
    Decimal(Decimal128Array, u32),
    Boolean(BooleanArray),
    Date(Date32Array),
    /// Ticks, and how many make a day.
    Timestamp(Int64Array, i64),
    /// Positions among values.
    Coded(Keys, Box<Values>),
    /// Every value is null.
    Null,
}

/// The keys of a dictionary.
#[derive(Debug, Clone)]
pub(crate) struct Keys(Int32Array);

impl Keys {
    /// The position of a row's value.
    #[inline]
    pub(crate) fn key(&self, row: usize) -> Option<usize> {
        if row >= self.0.len() || self.0.is_null(row) {
            return None;
        }
        usize::try_from(self.0.value(row)).ok()
    }
}

/// Whether the values of a type can be read exactly.
pub(crate) fn accept(name: &str, ty: &DataType) -> Result<(), Problem> {
    let remedy = match ty {
        DataType::Utf8
        | DataType::LargeUtf8
        | DataType::Utf8View
        | DataType::Boolean
        | DataType::Null
        | DataType::Date32
        | DataType::Date64
        | DataType::Timestamp(_, None) => return Ok(()),
        DataType::Decimal32(_, scale)
        | DataType::Decimal64(_, scale)
        | DataType::Decimal128(_, scale)
            if *scale >= 0 =>
        {
            return Ok(());
        }
        ty if ty.is_integer() => return Ok(()),
        DataType::Dictionary(_, values) if !matches!(**values, DataType::Dictionary(..)) => {
            return accept(name, values);
        }
        DataType::Float16 | DataType::Float32 | DataType::Float64 => {
            "write amounts as decimal or text, counts as whole numbers: a float is not exact"
        }
        DataType::Timestamp(_, Some(_)) => "write a date without time and zone",
        DataType::Binary | DataType::FixedSizeBinary(_) => "mark the column as UTF-8 text",
        _ => "write text, a decimal, a whole number, a date or a boolean",
    };
    Err(Problem::new(
        code::BAD_COLUMN_TYPE,
        format!("the column `{name}` has a type that cannot be read"),
    )
    .found(format!("{ty}"))
    .remedy(remedy))
}

impl Batch {
    pub(crate) fn new(batch: &RecordBatch) -> Self {
        Self {
            columns: batch.columns().iter().map(Values::new).collect(),
            rows: batch.num_rows(),
        }
    }

    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    pub(crate) fn width(&self) -> usize {
        self.columns.len()
    }

    pub(crate) fn column(&self, column: usize) -> Option<&Values> {
        self.columns.get(column)
    }

    pub(crate) fn column_mut(&mut self, column: usize) -> Option<&mut Values> {
        self.columns.get_mut(column)
    }

    /// One cell; empty text and null are missing.
    #[inline]
    pub(crate) fn cell(&self, column: usize, row: usize) -> Cell<'_> {
        let Some(values) = self.columns.get(column) else {
            return Cell::Missing;
        };
        values.cell(row)
    }
}

/// The keys of a dictionary as 32 bits; those of no value are -1.
fn keys<K: ArrowDictionaryKeyType>(array: &ArrayRef) -> Option<(Int32Array, &ArrayRef)>
where
    i32: TryFrom<K::Native>,
{
    let coded = array.as_dictionary_opt::<K>()?;
    let narrow = |key: K::Native| i32::try_from(key).unwrap_or(-1);
    Some((coded.keys().unary(narrow), coded.values()))
}

impl Values {
    pub(crate) fn new(array: &ArrayRef) -> Self {
        /// The column as 64-bit integers.
        macro_rules! wide {
            ($($ty:ident),+) => {
                $(if let Some(values) = array.as_primitive_opt::<$ty>() {
                    return Self::Integer(values.unary(i64::from), 0);
                })+
            };
        }
        macro_rules! ticks {
            ($($ty:ident $day:literal),+) => {
                $(if let Some(values) = array.as_primitive_opt::<$ty>() {
                    return Self::Timestamp(values.unary(|v| v), $day);
                })+
            };
        }
        macro_rules! decimal {
            ($ty:ident, $scale:expr) => {
                if let (Some(values), Ok(scale)) =
                    (array.as_primitive_opt::<$ty>(), u32::try_from(*$scale))
                {
                    return Self::Decimal(values.unary(i128::from), scale);
                }
            };
        }
        macro_rules! coded {
            ($($ty:ident),+) => {
                $(if let Some((keys, values)) = keys::<$ty>(array) {
                    return Self::Coded(Keys(keys), Box::new(Self::new(values)));
                })+
            };
        }
        match array.data_type() {
            DataType::Utf8 => {
                if let Some(values) = array.as_string_opt::<i32>() {
                    return Self::Text(values.clone());
                }
            }
            DataType::LargeUtf8 => {
                if let Some(values) = array.as_string_opt::<i64>() {
                    return Self::Large(values.clone());
                }
            }
            DataType::Utf8View => {
                if let Some(values) = array.as_string_view_opt() {
                    return Self::View(values.clone());
                }
            }
            DataType::Decimal32(_, scale) => decimal!(Decimal32Type, scale),
            DataType::Decimal64(_, scale) => decimal!(Decimal64Type, scale),
            DataType::Decimal128(_, scale) => {
                if let (Some(values), Ok(scale)) = (
                    array.as_primitive_opt::<Decimal128Type>(),
                    u32::try_from(*scale),
                ) {
                    return Self::Decimal(values.clone(), scale);
                }
            }
            DataType::Boolean => {
                if let Some(values) = array.as_boolean_opt() {
                    return Self::Boolean(values.clone());
                }
            }
            DataType::Date32 => {
                if let Some(values) = array.as_primitive_opt::<Date32Type>() {
                    return Self::Date(values.clone());
                }
            }
            DataType::Date64 => {
                ticks!(Date64Type 86_400_000);
            }
            DataType::Int64 => {
                if let Some(values) = array.as_primitive_opt::<Int64Type>() {
                    return Self::Integer(values.clone(), 0);
                }
            }
            DataType::UInt64 => {
                if let Some(values) = array.as_primitive_opt::<UInt64Type>() {
                    return Self::Unsigned(values.clone(), 0);
                }
            }
            DataType::Timestamp(unit, _) => match unit {
                TimeUnit::Second => {
                    ticks!(TimestampSecondType 86_400);
                }
                TimeUnit::Millisecond => {
                    ticks!(TimestampMillisecondType 86_400_000);
                }
                TimeUnit::Microsecond => {
                    ticks!(TimestampMicrosecondType 86_400_000_000);
                }
                TimeUnit::Nanosecond => {
                    ticks!(TimestampNanosecondType 86_400_000_000_000);
                }
            },
            DataType::Dictionary(..) => {
                coded!(
                    Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type,
                    UInt64Type
                );
            }
            _ => {
                wide!(
                    Int8Type, Int16Type, Int32Type, UInt8Type, UInt16Type, UInt32Type
                );
            }
        }
        Self::Null
    }

    /// From now on whole numbers count units of ten to the power of minus `scale`.
    pub(crate) fn count_units_of(&mut self, scale: u32) {
        match self {
            Self::Integer(_, units) | Self::Unsigned(_, units) => *units = scale,
            Self::Coded(_, values) => values.count_units_of(scale),
            _ => {}
        }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Text(array) => array.len(),
            Self::Large(array) => array.len(),
            Self::View(array) => array.len(),
            Self::Integer(array, _) | Self::Timestamp(array, _) => array.len(),
            Self::Unsigned(array, _) => array.len(),
            Self::Decimal(array, _) => array.len(),
            Self::Boolean(array) => array.len(),
            Self::Date(array) => array.len(),
            Self::Coded(keys, _) => keys.0.len(),
            Self::Null => 0,
        }
    }

    /// Whole numbers without a null among them, as they lie.
    #[inline]
    pub(crate) fn whole_numbers(&self, rows: Range<usize>) -> Option<&[i64]> {
        match self {
            Self::Integer(array, _) if array.null_count() == 0 => array.values().get(rows),
            _ => None,
        }
    }

    /// What whole numbers and decimals count: units of ten to the power of minus this.
    pub(crate) fn scale(&self) -> Option<u32> {
        match self {
            Self::Integer(_, scale) | Self::Unsigned(_, scale) | Self::Decimal(_, scale) => {
                Some(*scale)
            }
            _ => None,
        }
    }

    /// Decimals without a null among them, as they lie.
    pub(crate) fn decimals(&self, rows: Range<usize>) -> Option<&[i128]> {
        match self {
            Self::Decimal(array, _) if array.null_count() == 0 => array.values().get(rows),
            _ => None,
        }
    }

    /// Days without a null among them, as they lie.
    pub(crate) fn days(&self, rows: Range<usize>) -> Option<&[i32]> {
        match self {
            Self::Date(array) if array.null_count() == 0 => array.values().get(rows),
            _ => None,
        }
    }

    /// Whether every value of some rows is null.
    pub(crate) fn is_empty_in(&self, rows: Range<usize>) -> bool {
        let nulls = match self {
            Self::Text(array) => array.nulls(),
            Self::Large(array) => array.nulls(),
            Self::View(array) => array.nulls(),
            Self::Integer(array, _) | Self::Timestamp(array, _) => array.nulls(),
            Self::Unsigned(array, _) => array.nulls(),
            Self::Decimal(array, _) => array.nulls(),
            Self::Boolean(array) => array.nulls(),
            Self::Date(array) => array.nulls(),
            Self::Coded(keys, _) => keys.0.nulls(),
            Self::Null => return true,
        };
        let len = rows.len();
        nulls.is_some_and(|nulls| {
            rows.end <= nulls.len() && nulls.slice(rows.start, len).null_count() == len
        })
    }

    /// One cell; empty text and null are missing.
    #[inline]
    pub(crate) fn cell(&self, row: usize) -> Cell<'_> {
        /// The value of a row, unless it is null.
        macro_rules! value {
            ($array:expr) => {{
                if row >= $array.len() || $array.is_null(row) {
                    return Cell::Missing;
                }
                $array.value(row)
            }};
        }
        let text = |text| match text {
            "" => Cell::Missing,
            text => Cell::Text(text),
        };
        match self {
            Self::Text(array) => text(value!(array)),
            Self::Large(array) => text(value!(array)),
            Self::View(array) => text(value!(array)),
            Self::Integer(array, scale) => Cell::Number {
                units: i128::from(value!(array)),
                scale: *scale,
            },
            Self::Unsigned(array, scale) => Cell::Number {
                units: i128::from(value!(array)),
                scale: *scale,
            },
            Self::Decimal(array, scale) => Cell::Number {
                units: value!(array),
                scale: *scale,
            },
            Self::Boolean(array) => Cell::Boolean(value!(array)),
            Self::Date(array) => Cell::Days(value!(array)),
            Self::Timestamp(array, day) => {
                let ticks = value!(array);
                match (
                    ticks.rem_euclid(*day),
                    i32::try_from(ticks.div_euclid(*day)),
                ) {
                    (0, Ok(days)) => Cell::Days(days),
                    _ => Cell::Moment,
                }
            }
            Self::Coded(keys, values) => match keys.key(row) {
                Some(key) => values.cell(key),
                None => Cell::Missing,
            },
            Self::Null => Cell::Missing,
        }
    }
}
