//! What kinds, fields and choices are called on forms.

use locale::Lang;

/// A kind in the singular.
pub fn kind_name(_lang: Lang, table: &str) -> String {
    table.to_owned()
}
/// A kind in the plural.
pub fn kind_plural(_lang: Lang, table: &str) -> String {
    table.to_owned()
}
/// Adding one of a kind: `New goal`.
pub fn kind_new(_lang: Lang, table: &str) -> String {
    table.to_owned()
}
/// What a kind is for.
pub fn kind_help(_lang: Lang, _table: &str) -> String {
    String::new()
}
/// A field.
pub fn field_name(_lang: Lang, _table: &str, field: &str) -> String {
    field.to_owned()
}
/// What a field means.
pub fn field_help(_lang: Lang, _table: &str, _field: &str) -> String {
    String::new()
}
/// An example of a field; may be empty.
pub fn field_example(_lang: Lang, _table: &str, _field: &str) -> String {
    String::new()
}
/// A word of a choice.
pub fn choice_name(_lang: Lang, _table: &str, _field: &str, word: &str) -> String {
    word.to_owned()
}
