//! Hostile text for every field that the schema knows.

use department::Kind;
use department::element::{FieldSpec, Shape};

/// Every hostile text has it before what would run.
pub const MARK: &str = "zq";
/// The elements that are made by forms: of the second every text begins as an address that runs.
pub const IDS: [&str; 2] = ["zq1", "zq2"];

/// A hostile text; the words before the mark say which.
pub fn hostile(name: &str) -> String {
    format!(
        "{name} {MARK}<script>{MARK}()</script>{MARK}\" onfocus=\"{MARK}()\" {MARK}' onclick='{MARK}() <img src=x onerror={MARK}()>\
         </textarea></title></style>{MARK}<svg onload={MARK}()>]]>{MARK}<!-- {{{{7*7}}}} ${{7*7}} {{% raw %}} #[{MARK}] \
         [press](javascript:{MARK}()) [press](data:text/html,{MARK}<b>) [a](https://example.com/\"onx={MARK}\") `{MARK}<b>` **{MARK}<b>**"
    )
}

/// The text of a field of an element.
fn of(id: &str, field: &str) -> String {
    match id == IDS[1] {
        true => format!("javascript:{}", hostile(field)),
        false => hostile(field),
    }
}

/// A form that fills every field; `kind` is the element's own, so that nothing waits for itself.
pub fn form(kind: &str, id: &str, fields: &[FieldSpec]) -> Vec<(String, String)> {
    let mut form = Vec::new();
    for field in fields {
        form.push(("has".to_owned(), field.key.to_owned()));
        fill(&mut form, &format!("f.{}", field.key), (kind, id), field.shape);
    }
    form
}

fn fill(form: &mut Vec<(String, String)>, name: &str, (kind, id): (&str, &str), shape: Shape) {
    let path = name.trim_start_matches("f.");
    let text = match shape {
        Shape::Text => of(id, &format!("{kind}.{path}")),
        Shape::Number => "1".to_owned(),
        Shape::Bool => "on".to_owned(),
        Shape::Date if path.starts_with("ends") || path.starts_with("due") => "2026-12-20".to_owned(),
        Shape::Date => "2026-12-01".to_owned(),
        Shape::Choice(words) => words[usize::from(id == IDS[1]).min(words.len() - 1)].to_owned(),
        // The second leads to the first: no circles.
        Shape::Ref(to) if to == kind && id == IDS[0] => return,
        Shape::Ref(_) => IDS[0].to_owned(),
        Shape::Duration => "4h".to_owned(),
        Shape::Tolerance => "5%".to_owned(),
        Shape::Mark => {
            form.push((format!("{name}.date"), "2026-12-01".to_owned()));
            return form.push((format!("{name}.value"), "3".to_owned()));
        }
        Shape::Levels => return form.push((format!("{name}.{}", IDS[0]), "2".to_owned())),
        Shape::Record(fields) => {
            return fields
                .iter()
                .for_each(|field| fill(form, &format!("{name}.{}", field.key), (kind, id), field.shape));
        }
        Shape::List(item @ (Shape::Text | Shape::Ref(_) | Shape::Choice(_))) => {
            return fill(form, name, (kind, id), *item);
        }
        Shape::List(item) => return fill(form, &format!("{name}.0"), (kind, id), *item),
    };
    form.push((name.to_owned(), text));
}

/// The fields of text of a table, as [`form`] marks them.
pub fn marked(kind: &str, fields: &[FieldSpec]) -> Vec<String> {
    let form = form(kind, IDS[0], fields);
    let texts = form.into_iter().filter(|(_, text)| text.contains(MARK) && !IDS.contains(&&**text));
    texts.map(|(name, _)| format!("{kind}.{}", name.trim_start_matches("f."))).collect()
}

/// An element of every kind that no form would take: its id, and the value of every field, whatever is asked for there.
pub fn unfit(file: &str) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let mut out = String::new();
    for (_, table, fields) in department::model::schema().into_iter().filter(|(of, ..)| *of == file) {
        if Kind::ALL.iter().any(|kind| kind.key() == table) {
            out.push_str(&format!("\n[{table}.{}]\n", quoted(&hostile("id"))));
            for field in fields {
                out.push_str(&format!("{} = {}\n", field.key, quoted(&hostile(field.key))));
            }
        }
    }
    out
}
