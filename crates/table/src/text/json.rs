//! JSON lines: an object a line, nested ones flattened with dots.

use super::TextFile;
use super::delimited::Wanted;
use super::index::Part;
use crate::TableError;
use crate::dataset::block::Block;
use crate::dataset::cells::{Cells, is_missing};
use foldhash::HashMap;
use serde_json::{Map, Value};

/// How deep objects are followed.
const DEEP: usize = 8;

/// The columns of the first lines in the order in which they appear, with their cells; a missing one is empty.
pub fn sample(bytes: &[u8], whole: bool) -> Result<(Vec<String>, Vec<Vec<String>>), TableError> {
    let mut names: Vec<String> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::default();
    let mut columns: Vec<Vec<String>> = Vec::new();
    let end = if whole { bytes.len() } else { memchr::memrchr(b'\n', bytes).unwrap_or(bytes.len()) };
    let mut rows = 0;
    for (at, line) in lines(&bytes[..end]).enumerate() {
        let Some(line) = line else { continue };
        let object = object(line).map_err(|detail| TableError::JsonLine { row: at as u64 + 1, detail })?;
        flat(&object, "", 0, &mut |name, value| {
            let place = *places.entry(name.to_owned()).or_insert_with(|| {
                names.push(name.to_owned());
                columns.push(vec![String::new(); rows]);
                names.len() - 1
            });
            if columns[place].len() == rows {
                columns[place].push(written(value));
            }
        });
        rows += 1;
        columns.iter_mut().for_each(|column| column.resize(rows, String::new()));
    }
    if names.is_empty() { Err(TableError::Empty) } else { Ok((names, columns)) }
}

/// Reads a part's lines into a block.
pub fn read(
    file: &TextFile,
    part: Part,
    bytes: &[u8],
    wanted: &mut [Wanted],
    block: &mut Block<'_>,
) -> Result<(), TableError> {
    let named =
        wanted.iter().enumerate().filter_map(|(slot, wanted)| Some((file.names.get(wanted.column)?, slot)));
    let slots: HashMap<&str, usize> = named.map(|(name, slot)| (name.as_str(), slot)).collect();
    for (at, line) in lines(bytes).enumerate() {
        let Some(line) = line else { continue };
        let row = part.row + at as u64;
        let object = object(line).map_err(|detail| TableError::JsonLine { row, detail })?;
        (0..wanted.len()).for_each(|slot| block.set(slot, f64::NAN));
        flat(&object, "", 0, &mut |name, cell| {
            if let Some(slot) = slots.get(name) {
                block.set(*slot, value(cell, &mut wanted[*slot], row));
            }
        });
        if !block.next() {
            break;
        }
    }
    Ok(())
}

/// The cells of one column as text.
pub fn words(
    file: &TextFile,
    part: Part,
    bytes: &[u8],
    column: usize,
    each: &mut dyn FnMut(&str) -> bool,
) -> Result<(), TableError> {
    let wanted = file.names.get(column);
    for (at, line) in lines(bytes).enumerate() {
        let Some(line) = line else { continue };
        let row = part.row + at as u64;
        let object = object(line).map_err(|detail| TableError::JsonLine { row, detail })?;
        let mut on = true;
        flat(&object, "", 0, &mut |name, cell| {
            if wanted.is_some_and(|wanted| wanted == name) {
                on = each(&written(cell));
            }
        });
        if !on {
            break;
        }
    }
    Ok(())
}

fn value(cell: &Value, wanted: &mut Wanted, row: u64) -> f64 {
    match (cell, &wanted.cells) {
        (Value::Null, _) => return f64::NAN,
        (Value::Number(number), Cells::Number(_)) => return number.as_f64().unwrap_or(f64::NAN),
        (Value::Bool(truth), Cells::YesNo | Cells::Number(_)) => return f64::from(*truth),
        _ => {}
    }
    let text = written(cell);
    if is_missing(&text) {
        return f64::NAN;
    }
    wanted.cells.value(&text).unwrap_or_else(|| {
        wanted.trouble.add(row, &text);
        f64::NAN
    })
}

fn object(line: &[u8]) -> Result<Map<String, Value>, String> {
    serde_json::from_slice(line).map_err(|error| error.to_string())
}

/// The lines; nothing for a blank one.
fn lines(bytes: &[u8]) -> impl Iterator<Item = Option<&[u8]>> {
    let lines = bytes.split(|byte| *byte == b'\n');
    lines.map(|line| (!line.trim_ascii().is_empty()).then_some(line))
}

/// Calls for each value that is no object; a list stands as it is written.
fn flat(object: &Map<String, Value>, before: &str, depth: usize, each: &mut dyn FnMut(&str, &Value)) {
    for (key, value) in object {
        let nested;
        let name = if before.is_empty() {
            key
        } else {
            nested = format!("{before}.{key}");
            &nested
        };
        match value {
            Value::Object(inner) if depth < DEEP => flat(inner, name, depth + 1, each),
            value => each(name, value),
        }
    }
}

/// The value as a cell would have it.
pub fn written(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.trim().to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_become_columns() {
        let text = b"{\"a\":1,\"b\":{\"c\":\"x\"}}\n\n{\"a\":null,\"d\":[1,2]}\n{\"a\":";
        let (names, columns) = sample(text, false).unwrap();
        assert_eq!(names, ["a", "b.c", "d"]);
        assert_eq!(columns, [["1", ""], ["x", ""], ["", "[1,2]"]]);
        let refused = sample(text, true);
        assert!(matches!(refused, Err(TableError::JsonLine { row: 4, .. })), "{refused:?}");
        assert_eq!(sample(b"\n\n", true), Err(TableError::Empty));
    }
}
