//! Values as TOML.

use super::Value;
use std::fmt::Write;

/// A key, in quotes where it is not a plain word.
pub(super) fn key(key: &str) -> String {
    let bare = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    if !key.is_empty() && key.bytes().all(bare) { key.to_owned() } else { quoted(key) }
}

/// A value on one line.
pub(super) fn inline(value: &Value) -> String {
    match value {
        Value::Text(text) => quoted(&plain_ends(text)),
        Value::Number(number) => figure(*number),
        Value::Bool(truth) => truth.to_string(),
        Value::Date(day) => day.to_string(),
        Value::List(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Value::Record(fields) if fields.is_empty() => "{}".to_owned(),
        Value::Record(fields) => {
            let field = |(name, value): &(String, Value)| format!("{} = {}", key(name), inline(value));
            format!("{{ {} }}", fields.iter().map(field).collect::<Vec<_>>().join(", "))
        }
    }
}

/// A value behind a key that stands on a line of its own: a text with line breaks takes several lines.
pub(super) fn block(value: &Value, newline: &str) -> String {
    match value {
        Value::Text(text) if text.contains('\n') => several_lines(&plain_ends(text), newline),
        value => inline(value),
    }
}

/// Whichever way a line ends in the text, in a value it ends with a line feed.
pub(super) fn plain_ends(text: &str) -> String {
    text.replace("\r\n", "\n")
}

fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for sign in text.chars() {
        match sign {
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            sign => escaped(&mut out, sign),
        }
    }
    out.push('"');
    out
}

fn several_lines(text: &str, newline: &str) -> String {
    // The line end directly behind the opening quotes is not part of the text.
    let mut out = format!("\"\"\"{newline}");
    let mut signs = text.chars().peekable();
    let mut before = '\n';
    while let Some(sign) = signs.next() {
        match sign {
            // Only quotes that would close the text need help.
            '"' if before == '"' || signs.peek().is_none_or(|next| *next == '"') => out.push_str("\\\""),
            '"' => out.push('"'),
            '\n' => out.push_str(newline),
            sign => escaped(&mut out, sign),
        }
        before = sign;
    }
    out.push_str("\"\"\"");
    out
}

fn escaped(out: &mut String, sign: char) {
    match sign {
        '\\' => out.push_str("\\\\"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push('\t'),
        sign if sign.is_ascii_control() => {
            let _ = write!(out, "\\u{:04X}", u32::from(sign));
        }
        sign => out.push(sign),
    }
}

/// A whole number has no decimals, unless it is too large for TOML's whole numbers.
fn figure(number: f64) -> String {
    if number.is_nan() {
        "nan".to_owned()
    } else if number.is_infinite() || number.fract() != 0.0 {
        number.to_string()
    } else if number.abs() < 1e15 {
        (number as i64).to_string()
    } else {
        format!("{number}.0")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_as_people_would_write_them() {
        assert_eq!(
            [figure(45.0), figure(-0.5), figure(1e15), figure(-0.0)],
            ["45", "-0.5", "1000000000000000.0", "0"]
        );
        assert_eq!(inline(&Value::from("a \"b\" \\ \u{1}\r\n")), r#""a \"b\" \\ \u0001\n""#);
        assert_eq!(block(&Value::from("a\nb \"\"\" \"c\""), "\n"), "\"\"\"\na\nb \\\"\\\"\\\" \"c\\\"\"\"\"");
        let mark = Value::Record(vec![
            ("date".into(), jiff::civil::date(2026, 1, 2).into()),
            ("a b".into(), 1.5.into()),
        ]);
        assert_eq!(inline(&Value::List(vec![mark])), r#"[{ date = 2026-01-02, "a b" = 1.5 }]"#);
    }
}
