//! The options of a question as fields of a form, out of their declaration.

use crate::pages::edit::Form;
use locale::{Lang, catalogue, t};
use study::{ColumnInfo, Data, Family, Kind, Opt};

/// A field.
pub(super) struct Field {
    pub name: &'static str,
    pub label: String,
    pub control: Control,
}

/// What a field is filled in with.
pub(super) enum Control {
    /// A line of text, what it may be, and whether it is a formula.
    Line(String, String, bool),
    /// One of these: value, words, whether it is chosen.
    Choice(Vec<(String, String, bool)>),
    /// Some of these.
    Some(Vec<(String, String, bool)>),
    /// Yes or no.
    Flag(bool),
}

/// The fields of a family, filled with what was sent.
pub(super) fn fields(family: &'static Family, data: Option<&Data>, sent: &Form, lang: Lang) -> Vec<Field> {
    let columns = data.map(Data::columns).unwrap_or_default();
    family.options.iter().map(|opt| field(opt, &columns, sent, lang)).collect()
}

fn field(opt: &Opt, columns: &[ColumnInfo], sent: &Form, lang: Lang) -> Field {
    let given = sent.one(opt.name);
    let value = if given.is_empty() { opt.default } else { given };
    let called = |value: &str| match value {
        "" => t!(lang, "studies-not-chosen"),
        value => catalogue().text(lang, &format!("stats-{}-{value}", opt.name), &[]),
    };
    let control = match opt.kind {
        Kind::Choice(values) => {
            let empty = opt.default.is_empty().then_some("");
            let each = empty.into_iter().chain(values.iter().copied());
            Control::Choice(each.map(|one| (one.to_owned(), called(one), one == value)).collect())
        }
        Kind::Column => {
            let none = (String::new(), t!(lang, "studies-not-chosen"), value.is_empty());
            let each =
                columns.iter().map(|column| (column.name.clone(), named(column), column.name == value));
            Control::Choice(std::iter::once(none).chain(each).collect())
        }
        Kind::Columns => {
            let chosen = study::listed(&joined(sent, opt.name));
            let each = columns
                .iter()
                .map(|column| (column.name.clone(), named(column), chosen.contains(&column.name)));
            Control::Some(each.collect())
        }
        Kind::Flag => Control::Flag(value == "true"),
        Kind::Formula => Control::Line(value.to_owned(), "y ~ x".to_owned(), true),
        Kind::Number(..) | Kind::Whole(..) | Kind::WholeOrAuto(..) | Kind::Text => {
            Control::Line(value.to_owned(), opt.kind.allowed(), false)
        }
    };
    Field { name: opt.name, label: t!(lang, &format!("stats-opt-{}", opt.name)), control }
}

fn named(column: &ColumnInfo) -> String {
    match column.unit.is_empty() {
        true => column.name.clone(),
        false => format!("{}, {}", column.name, column.unit),
    }
}

/// All that was sent under a name, as one text: of a list of columns each was sent for itself.
pub(super) fn joined(sent: &Form, name: &str) -> String {
    let quoted = |text: &str| match text.contains([',', '"', '`']) && !text.contains('"') {
        true => format!("\"{text}\""),
        false => text.to_owned(),
    };
    let all: Vec<&str> = sent.all(name).filter(|text| !text.is_empty()).collect();
    match all.as_slice() {
        [one] => (*one).to_owned(),
        many => many.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", "),
    }
}

/// What was chosen, by the family's declaration; what is as it would be anyway is left out.
pub(super) fn given(family: &'static Family, sent: &Form) -> Vec<(&'static str, String)> {
    let all = family.options.iter().map(|opt| (opt, joined(sent, opt.name)));
    let chosen = all.filter(|(opt, text)| !text.is_empty() && text != opt.default);
    chosen.map(|(opt, text)| (opt.name, text)).collect()
}
