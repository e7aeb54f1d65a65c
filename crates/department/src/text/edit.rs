//! Edits of a text in place: only what is meant changes; comments and layout stay.

use toml_edit::{DocumentMut, Item, Table, TableLike, Value};

/// Why an edit was not made.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum EditError {
    /// The text is not TOML; it is mended by hand first.
    #[error("the text cannot be read: {0}")]
    Text(String),
    /// There is no element of that name.
    #[error("there is no [{0}.{1}]")]
    NoElement(String, String),
    /// There is an element of that name already.
    #[error("[{0}.{1}] is there already")]
    Exists(String, String),
}

/// Sets a field of `[kind.id]`; the value is TOML, such as `"text"`, `42` or `["a", "b"]`.
pub fn set(
    text: &str,
    kind: &str,
    id: &str,
    field: &str,
    value: impl Into<Value>,
) -> Result<String, EditError> {
    let mut document = open(text)?;
    let table = element(&mut document, kind, id)?;
    let mut value = value.into();
    match table.get_mut(field) {
        Some(Item::Value(old)) => {
            // The comment behind the old value and the space before it stay.
            *value.decor_mut() = old.decor().clone();
            *old = value;
        }
        Some(other) => *other = Item::Value(value),
        None => {
            table.insert(field, Item::Value(value));
        }
    }
    Ok(document.to_string())
}

/// Removes a field of `[kind.id]`, where it is there.
pub fn unset(text: &str, kind: &str, id: &str, field: &str) -> Result<String, EditError> {
    let mut document = open(text)?;
    element(&mut document, kind, id)?.remove(field);
    Ok(document.to_string())
}

/// Adds an empty `[kind.id]` after the last element of its kind, or at the end.
pub fn add(text: &str, kind: &str, id: &str) -> Result<String, EditError> {
    let mut document = open(text)?;
    let mut outer = Table::new();
    outer.set_implicit(true);
    let kinds = document.entry(kind).or_insert(Item::Table(outer));
    let Some(kinds) = kinds.as_table_like_mut() else {
        return Err(EditError::NoElement(kind.to_owned(), id.to_owned()));
    };
    if kinds.contains_key(id) {
        return Err(EditError::Exists(kind.to_owned(), id.to_owned()));
    }
    let last = kinds.iter().filter_map(|(_, item)| item.as_table()?.position()).max();
    let mut table = Table::new();
    table.set_position(last);
    kinds.insert(id, Item::Table(table));
    Ok(document.to_string())
}

/// Removes `[kind.id]` with all that is in it.
pub fn remove(text: &str, kind: &str, id: &str) -> Result<String, EditError> {
    let mut document = open(text)?;
    element(&mut document, kind, id)?;
    if let Some(kinds) = document.get_mut(kind).and_then(Item::as_table_like_mut) {
        kinds.remove(id);
    }
    Ok(document.to_string())
}

fn open(text: &str) -> Result<DocumentMut, EditError> {
    text.parse().map_err(|error: toml_edit::TomlError| EditError::Text(error.message().to_owned()))
}

fn element<'d>(
    document: &'d mut DocumentMut,
    kind: &str,
    id: &str,
) -> Result<&'d mut dyn TableLike, EditError> {
    document
        .get_mut(kind)
        .and_then(|kinds| kinds.get_mut(id))
        .and_then(Item::as_table_like_mut)
        .ok_or_else(|| EditError::NoElement(kind.to_owned(), id.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# ours\n[goal.trust] # the first\nname = \"Trust\"   # a state\n\n[goal.reach]\nname = \"R\"\n\n\
                        [task.a]\ngoal = \"trust\"\n";

    #[test]
    fn only_the_touched_line_changes() {
        let new = set(TEXT, "goal", "trust", "name", "Confidence").expect("it is there");
        assert_eq!(new, TEXT.replace("\"Trust\"", "\"Confidence\""));
        let new = set(&new, "task", "a", "due", "x").expect("it is there");
        assert!(new.ends_with("goal = \"trust\"\ndue = \"x\"\n"));
        assert_eq!(
            unset(&new, "task", "a", "due").expect("it is there"),
            TEXT.replace("\"Trust\"", "\"Confidence\"")
        );
    }

    #[test]
    fn elements_come_and_go() {
        let new = add(TEXT, "goal", "fame").expect("it is new");
        assert!(new.find("[goal.fame]").expect("added") < new.find("[task.a]").expect("kept"), "{new}");
        assert_eq!(add(&new, "goal", "fame"), Err(EditError::Exists("goal".into(), "fame".into())));
        assert!(!remove(&new, "goal", "fame").expect("it is there").contains("fame"));
        assert!(matches!(set("x = [", "goal", "a", "b", 1), Err(EditError::Text(_))));
        assert!(matches!(unset(TEXT, "goal", "none", "b"), Err(EditError::NoElement(..))));
    }
}
