//! A model as text.

use crate::{Error, Result};

/// A factor and the items that measure it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// The factor.
    pub factor: String,
    /// Its items, the first of which gives it its unit.
    pub items: Vec<String>,
}

/// Reads `F1 =~ a + b + c`, one factor a line or set apart by `;`; names with signs in them stand in backticks or quotes.
///
/// # Errors
/// A part that is not of this shape, a factor named twice or of fewer than two items.
pub fn measured(text: &str) -> Result<Vec<Measured>> {
    let mut model: Vec<Measured> = Vec::new();
    for (at, part) in parts(text, &[';', '\n']) {
        if part.trim().is_empty() {
            continue;
        }
        let wrong = |why: &'static str| Error::Formula { at, why, found: part.trim().to_owned() };
        let (left, right) = part.split_once("=~").ok_or_else(|| wrong("stats-model-shape"))?;
        let factor = plain(left);
        let items: Vec<String> = parts(right, &['+']).into_iter().map(|(_, item)| plain(&item)).collect();
        if factor.is_empty() || items.iter().any(String::is_empty) {
            return Err(wrong("stats-model-shape"));
        }
        if model.iter().any(|other| other.factor == factor) {
            return Err(wrong("stats-model-twice"));
        }
        if items.len() < 2 || items.iter().enumerate().any(|(at, item)| items[..at].contains(item)) {
            return Err(wrong("stats-model-items"));
        }
        model.push(Measured { factor, items });
    }
    match model.is_empty() {
        true => Err(Error::Formula { at: 0, why: "stats-model-shape", found: String::new() }),
        false => Ok(model),
    }
}

/// Parts between separators that stand outside quotes, with the character each begins at.
fn parts(text: &str, separators: &[char]) -> Vec<(usize, String)> {
    let mut parts = vec![(0, String::new())];
    let mut quoted = None;
    for (at, sign) in text.chars().enumerate() {
        match quoted {
            None if separators.contains(&sign) => {
                parts.push((at + 1, String::new()));
                continue;
            }
            None if matches!(sign, '`' | '"') => quoted = Some(sign),
            Some(quote) if quote == sign => quoted = None,
            _ => {}
        }
        parts.last_mut().into_iter().for_each(|(_, part)| part.push(sign));
    }
    parts
}

fn plain(name: &str) -> String {
    name.trim().trim_matches(|sign| matches!(sign, '`' | '"')).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_is_read_with_names_in_quotes() {
        let model = measured("F1 =~ a + `b + c`\n F2=~d+e;").expect("it is one");
        assert_eq!(model[0].items, ["a", "b + c"]);
        assert_eq!((model[1].factor.as_str(), model.len()), ("F2", 2));
    }

    #[test]
    fn what_is_no_model_says_where() {
        for (text, why, at) in [
            ("", "stats-model-shape", 0),
            ("F1 ~ a + b", "stats-model-shape", 0),
            ("F1 =~ a + b; F1 =~ c + d", "stats-model-twice", 12),
            ("F1 =~ a", "stats-model-items", 0),
            ("F1 =~ a + a", "stats-model-items", 0),
            ("F1 =~ a + ", "stats-model-shape", 0),
        ] {
            let error = measured(text).expect_err(text);
            assert!(
                matches!(&error, Error::Formula { why: w, at: a, .. } if *w == why && *a == at),
                "{error:?}"
            );
        }
    }
}
