//! Batches as they are spilled: dictionaries written out, views made texts, the host's own columns
//! left behind. No cell is another for it.

use arrow_array::cast::AsArray as _;
use arrow_array::{Array, ArrayRef, LargeStringArray, RecordBatch, UInt64Array};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use arrow_select::dictionary::garbage_collect_any_dictionary;
use arrow_select::take::{TakeOptions, take};
use std::sync::Arc;

/// The key of a row: where it goes.
pub(super) const KEY: &str = "_key";
/// Where it belongs in its table.
pub(super) const ORDER: &str = "_order";
/// Of a row that stands in for another: the key that makes it superfluous.
pub(super) const HOME: &str = "_home";
/// Of a policy: the key of its partner.
pub(super) const PARTNER: &str = "_partner";
/// Of a claim: where its policy belongs in its table.
pub(super) const POLICY: &str = "_policy";

fn ty(ty: &DataType) -> DataType {
    match ty {
        DataType::Dictionary(_, values) => self::ty(values),
        DataType::Utf8View => DataType::LargeUtf8,
        ty => ty.clone(),
    }
}

/// The schema of spilled batches of a schema.
pub(crate) fn schema(schema: &Schema) -> SchemaRef {
    let fields = schema
        .fields()
        .iter()
        .filter(|f| !f.name().starts_with('_'));
    let plain = |field: &Arc<Field>| {
        Field::new(field.name(), ty(field.data_type()), true)
            .with_metadata(field.metadata().clone())
    };
    Arc::new(Schema::new(fields.map(plain).collect::<Vec<_>>()))
}

fn array(array: &ArrayRef) -> Result<ArrayRef, ArrowError> {
    match array.data_type() {
        DataType::Dictionary(..) => {
            let coded = array.as_any_dictionary();
            let checked = Some(TakeOptions { check_bounds: true });
            self::array(&take(coded.values(), coded.keys(), checked)?)
        }
        DataType::Utf8View => Ok(Arc::new(LargeStringArray::from_iter(
            array.as_string_view().iter(),
        ))),
        _ => Ok(Arc::clone(array)),
    }
}

/// A batch in the schema of spilled ones.
pub(crate) fn batch(batch: &RecordBatch, plain: &SchemaRef) -> Result<RecordBatch, ArrowError> {
    let schema = batch.schema();
    let own = schema.fields().iter().zip(batch.columns());
    let own = own.filter(|(field, _)| !field.name().starts_with('_'));
    let columns = own.map(|(_, column)| array(column));
    of(
        Arc::clone(plain),
        columns.collect::<Result<_, _>>()?,
        batch.num_rows(),
    )
}

/// A batch that may have no columns.
pub(super) fn of(
    schema: SchemaRef,
    columns: Vec<ArrayRef>,
    rows: usize,
) -> Result<RecordBatch, ArrowError> {
    let options = arrow_array::RecordBatchOptions::new().with_row_count(Some(rows));
    RecordBatch::try_new_with_options(schema, columns, &options)
}

/// Numbers of rows as a column.
pub(super) fn numbers(name: &str, values: Vec<u64>) -> (Field, ArrayRef) {
    let field = Field::new(name, DataType::UInt64, true);
    (field, Arc::new(UInt64Array::from(values)))
}

/// The schema with more columns behind.
pub(super) fn wider(schema: &Schema, names: &[&str]) -> SchemaRef {
    let fields = schema.fields().iter().map(|field| field.as_ref().clone());
    let more = names
        .iter()
        .map(|name| Field::new(*name, DataType::UInt64, true));
    Arc::new(Schema::new(fields.chain(more).collect::<Vec<_>>()))
}

/// The batch with more columns behind.
pub(super) fn with(
    batch: &RecordBatch,
    more: Vec<(Field, ArrayRef)>,
) -> Result<RecordBatch, ArrowError> {
    let names: Vec<&str> = more
        .iter()
        .map(|(field, _)| field.name().as_str())
        .collect();
    let schema = wider(&batch.schema(), &names);
    let arrays = batch.columns().iter().cloned();
    let arrays = arrays.chain(more.iter().map(|(_, array)| Arc::clone(array)));
    of(schema, arrays.collect(), batch.num_rows())
}

/// The first columns of a batch: those of the table.
pub(super) fn narrow(batch: &RecordBatch, schema: &SchemaRef) -> Result<RecordBatch, ArrowError> {
    let columns = batch.columns().iter().take(schema.fields().len()).cloned();
    of(Arc::clone(schema), columns.collect(), batch.num_rows())
}

/// A column of numbers of rows; one that is not there is empty.
pub(super) fn read(batch: &RecordBatch, name: &str) -> Vec<Option<u64>> {
    let column = batch.column_by_name(name);
    let values = column.and_then(|c| c.as_primitive_opt::<arrow_array::types::UInt64Type>());
    values.map_or_else(
        || vec![None; batch.num_rows()],
        |values| values.iter().collect(),
    )
}

/// The same of a column in which every row has a number.
pub(super) fn told(batch: &RecordBatch, name: &str) -> Vec<u64> {
    let read = read(batch, name).into_iter();
    read.map(Option::unwrap_or_default).collect()
}

/// An array without what is not in it.
pub(super) fn compact(array: &ArrayRef) -> Result<ArrayRef, ArrowError> {
    match array.data_type() {
        DataType::Dictionary(..) => garbage_collect_any_dictionary(array.as_any_dictionary()),
        DataType::Utf8View => Ok(Arc::new(array.as_string_view().gc())),
        _ => Ok(Arc::clone(array)),
    }
}

/// About how many bytes a batch has.
pub(super) fn weight(batch: &RecordBatch) -> u64 {
    let bytes = |array: &ArrayRef| {
        let data = array.to_data();
        data.get_slice_memory_size()
            .unwrap_or_else(|_| array.get_array_memory_size())
    };
    let bytes: usize = batch.columns().iter().map(bytes).sum();
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::{batch, read, schema, with};
    use arrow_array::cast::AsArray as _;
    use arrow_array::types::Int8Type;
    use arrow_array::{
        Array as _, ArrayRef, DictionaryArray, Int64Array, RecordBatch, StringArray,
        StringViewArray,
    };
    use arrow_schema::DataType;
    use std::sync::Arc;

    #[test]
    fn words_are_written_out_and_the_hosts_columns_left() {
        let words: DictionaryArray<Int8Type> = [Some("a"), None, Some("b")].into_iter().collect();
        let nothing = DictionaryArray::<Int8Type>::new(
            vec![Some(0), Some(0), None].into(),
            Arc::new(StringArray::from(vec![None::<&str>])),
        );
        let columns: Vec<(&str, ArrayRef)> = vec![
            ("word", Arc::new(words)),
            ("_own", Arc::new(Int64Array::from(vec![1, 2, 3]))),
            ("nothing", Arc::new(nothing)),
            (
                "view",
                Arc::new(StringViewArray::from(vec![
                    Some("x"),
                    None,
                    Some("longer than twelve bytes"),
                ])),
            ),
        ];
        let whole = RecordBatch::try_from_iter_with_nullable(
            columns.into_iter().map(|(name, array)| (name, array, true)),
        )
        .unwrap();
        let plain = schema(&whole.schema());
        let made = batch(&whole.slice(1, 2), &plain).unwrap();
        let names: Vec<&str> = plain.fields().iter().map(|f| f.name().as_str()).collect();
        assert_eq!(names, ["word", "nothing", "view"]);
        assert!(made.column(0).is_null(0));
        assert_eq!(made.column(0).as_string::<i32>().value(1), "b");
        assert_eq!(made.column(1).null_count(), 2);
        assert_eq!(made.column(2).data_type(), &DataType::LargeUtf8);
        let more = with(&made, vec![super::numbers("_key", vec![4, 5])]).unwrap();
        assert_eq!(read(&more, "_key"), [Some(4), Some(5)]);
        assert_eq!(read(&more, "_home"), [None, None]);
        assert_eq!(super::narrow(&more, &plain).unwrap(), made);
    }
}
