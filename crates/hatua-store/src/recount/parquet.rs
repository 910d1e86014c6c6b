//! A sheet as Apache Parquet: one row group, packed with Snappy, the same bytes whenever and wherever it is written.

use std::sync::Arc;

use hatua_core::record::Value;
use jiff::civil::Date;
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::{Type, TypePtr};

use super::sheet::{Heading, Plain, Sheet};

/// Says who wrote the file; without a version, so that a new build writes the same bytes.
const CREATED_BY: &str = "hatua";

/// Writes a sheet.
pub(super) fn parquet(sheet: &Sheet) -> Result<Vec<u8>, ParquetError> {
    let properties = WriterProperties::builder()
        .set_created_by(CREATED_BY.to_owned())
        .set_compression(Compression::SNAPPY)
        .build();
    let mut bytes = Vec::new();
    let mut file = SerializedFileWriter::new(&mut bytes, schema(sheet)?, Arc::new(properties))?;
    if !sheet.rows.is_empty() {
        let mut group = file.next_row_group()?;
        for place in 0..sheet.headings.len() {
            let mut column = group.next_column()?.expect("the schema has a column for each heading");
            write_column(column.untyped(), sheet, place)?;
            column.close()?;
        }
        group.close()?;
    }
    file.close()?;
    Ok(bytes)
}

fn schema(sheet: &Sheet) -> Result<TypePtr, ParquetError> {
    let fields = sheet.headings.iter().map(field).collect::<Result<Vec<_>, _>>()?;
    Ok(Arc::new(Type::group_type_builder("sheet").with_fields(fields).build()?))
}

fn field(heading: &Heading) -> Result<TypePtr, ParquetError> {
    let (physical, logical) = match heading.plain {
        Plain::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Plain::Integer => (Physical::INT64, None),
        Plain::Boolean => (Physical::BOOLEAN, None),
        Plain::Date => (Physical::INT32, Some(LogicalType::Date)),
    };
    let field = Type::primitive_type_builder(&heading.name, physical)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(logical);
    Ok(Arc::new(field.build()?))
}

/// Writes the cells that have a value, and for each row whether it has one.
fn write_column(column: &mut ColumnWriter, sheet: &Sheet, place: usize) -> Result<(), ParquetError> {
    const OF_ITS_KIND: &str = "a sheet's cells are of the kind that their heading says";
    let cells = || sheet.rows.iter().map(|row| row[place].as_ref());
    let levels: Vec<i16> = cells().map(|cell| i16::from(cell.is_some())).collect();
    match column {
        ColumnWriter::ByteArrayColumnWriter(column) => {
            let texts: Vec<ByteArray> = cells()
                .flatten()
                .map(|value| match value {
                    Value::Text(text) => ByteArray::from(text.as_str()),
                    Value::Integer(_) | Value::Boolean(_) | Value::Date(_) => panic!("{OF_ITS_KIND}"),
                })
                .collect();
            column.write_batch(&texts, Some(&levels), None)?;
        }
        ColumnWriter::Int64ColumnWriter(column) => {
            let numbers: Vec<i64> = cells()
                .flatten()
                .map(|value| match value {
                    Value::Integer(number) => *number,
                    Value::Text(_) | Value::Boolean(_) | Value::Date(_) => panic!("{OF_ITS_KIND}"),
                })
                .collect();
            column.write_batch(&numbers, Some(&levels), None)?;
        }
        ColumnWriter::BoolColumnWriter(column) => {
            let answers: Vec<bool> = cells()
                .flatten()
                .map(|value| match value {
                    Value::Boolean(answer) => *answer,
                    Value::Text(_) | Value::Integer(_) | Value::Date(_) => panic!("{OF_ITS_KIND}"),
                })
                .collect();
            column.write_batch(&answers, Some(&levels), None)?;
        }
        ColumnWriter::Int32ColumnWriter(column) => {
            let days: Vec<i32> = cells()
                .flatten()
                .map(|value| match value {
                    Value::Date(day) => days_since_1970(*day),
                    Value::Text(_) | Value::Integer(_) | Value::Boolean(_) => panic!("{OF_ITS_KIND}"),
                })
                .collect();
            column.write_batch(&days, Some(&levels), None)?;
        }
        ColumnWriter::Int96ColumnWriter(_)
        | ColumnWriter::FloatColumnWriter(_)
        | ColumnWriter::DoubleColumnWriter(_)
        | ColumnWriter::FixedLenByteArrayColumnWriter(_) => panic!("the schema has no such column"),
    }
    Ok(())
}

/// A day as Parquet counts it.
fn days_since_1970(day: Date) -> i32 {
    let span = jiff::civil::date(1970, 1, 1).until(day).expect("two civil days have a span in days");
    span.get_days()
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use parquet::file::reader::{FileReader as _, SerializedFileReader};

    use super::*;

    fn sheet(rows: Vec<Vec<Option<Value>>>) -> Sheet {
        let headings = [
            ("a.text", Plain::Text),
            ("number", Plain::Integer),
            ("answer", Plain::Boolean),
            ("day", Plain::Date),
        ]
        .map(|(name, plain)| Heading { name: name.into(), plain });
        Sheet { headings: headings.to_vec(), rows }
    }

    fn read(sheet: &Sheet) -> SerializedFileReader<std::fs::File> {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(&parquet(sheet).unwrap()).unwrap();
        SerializedFileReader::new(file).unwrap()
    }

    #[test]
    fn what_is_written_is_read_back_and_a_missing_value_stays_missing() {
        let day = |year, month, day| Value::Date(jiff::civil::date(year, month, day));
        let rows = vec![
            vec![
                Some(Value::Text("نص".into())),
                Some(Value::Integer(i64::MIN)),
                Some(Value::Boolean(false)),
                Some(day(1969, 12, 31)),
            ],
            vec![None, None, None, None],
            vec![Some(Value::Text(String::new())), Some(Value::Integer(0)), None, Some(day(2018, 6, 30))],
        ];
        let reader = read(&sheet(rows));
        let read: Vec<String> =
            reader.get_row_iter(None).unwrap().map(|row| row.unwrap().to_string()).collect();
        assert_eq!(
            read,
            [
                "{a.text: \"نص\", number: -9223372036854775808, answer: false, day: 1969-12-31}",
                "{a.text: null, number: null, answer: null, day: null}",
                "{a.text: \"\", number: 0, answer: null, day: 2018-06-30}",
            ]
        );
    }

    #[test]
    fn a_sheet_without_rows_is_a_file_with_its_columns() {
        let reader = read(&sheet(Vec::new()));
        assert_eq!(reader.metadata().file_metadata().num_rows(), 0);
        assert_eq!(reader.metadata().file_metadata().schema().get_fields().len(), 4);
    }
}
